package tongcang.workbook.table;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tongcang.workbook.grid.Cell;
import tongcang.workbook.grid.Grid;

/** Numbers among a table's figures that are shown as dates or times: some are, others only lost their number format. */
public final class DateCells {
    /** Heads and labels whose cells are dates: 开工日期, 建设年限, 计划竣工; and not 竣工面积. */
    private static final Pattern TIMES = Pattern.compile(
            ".*(?:日期|时间|时刻|[时期年]限|年月|年月日|截止日|Date|Time)(?:\\(.*\\))?|(?:计划|预计|实际|拟)?(?:开工|动工|竣工|完工|投产|成立|批复|起止)(?:\\(.*\\))?");

    private final Grid grid;
    private final Table table;

    public DateCells(Grid grid, Table table) {
        this.grid = grid;
        this.table = table;
    }

    /** What is wrong with a cell among figures; empty where it is no date, or one that belongs there. */
    public Optional<CellValue.Remark> remark(Cell cell) {
        boolean day = cell.isDate() || cell.text().strip().equals("0"); // 0: a day that is not known yet
        if (!cell.showsDate() || day && isTimed(cell) || cell.isDate() && isAmongDates(cell.row())) {
            return Optional.empty();
        }
        return Optional.of(new CellValue.Remark(
                "workbook.date-cell",
                "",
                "数值列中的单元格显示为日期或时间“" + grid.seen(cell) + "”，存储的数字是 " + cell.text() + "，未采用；如为数值，请把单元格格式改为“数值”后重新报送"));
    }

    private boolean isTimed(Cell cell) {
        Stream<String> labels = table.stubs().stream().map(stub -> grid.text(cell.row(), stub));
        return isTimed(grid, table.heads(), cell.column()) || labels.anyMatch(DateCells::isTime);
    }

    /** Whether a head over the column says that its cells are dates. */
    static boolean isTimed(Grid grid, List<Integer> heads, int column) {
        return heads.stream().anyMatch(head -> isTime(grid.text(head, column)));
    }

    private static boolean isTime(String words) {
        return TIMES.matcher(HeadWords.key(words)).matches();
    }

    /** A row of dates in a register whose columns are its items. */
    private boolean isAmongDates(int row) {
        List<Cell> cells = table.columns().stream()
                .map(column -> grid.stored(row, column))
                .flatMap(Optional::stream)
                .toList();
        return cells.size() > 1 && cells.stream().allMatch(Cell::isDate);
    }
}
