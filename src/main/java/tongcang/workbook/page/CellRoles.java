package tongcang.workbook.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tongcang.Finding;
import tongcang.Provenance;
import tongcang.Severity;
import tongcang.quantity.Units;
import tongcang.workbook.grid.Cell;
import tongcang.workbook.grid.CellNumbers;
import tongcang.workbook.grid.CellText;
import tongcang.workbook.grid.Grid;
import tongcang.workbook.layout.SheetReading;
import tongcang.workbook.table.RowKinds;
import tongcang.workbook.table.Table;

/** Says of every cell of a sheet what it was understood to be. */
public final class CellRoles {
    private static final String UNIT_HEAD = "(?:计量|计算)?单 ?位";

    /** 单位：人、‰ begins with a unit; 单位：某县 does not. */
    private static final Pattern CAPTION = Pattern.compile(".*" + UNIT_HEAD + " ?[:：] ?([^、,，\\s)）]+).*");

    private final SheetReading sheet;
    private final Grid grid;
    private final Units units;
    private final Map<String, Role> roles = new HashMap<>();

    public CellRoles(SheetReading sheet, Units units) {
        this.sheet = sheet;
        this.grid = sheet.grid();
        this.units = units;
        sheet.tables().forEach(part -> table(part.table()));
        outcomes();
    }

    /** The role of a stored cell. */
    public Role of(Cell cell) {
        return roles.getOrDefault(cell.address(), RowKinds.isValue(cell) ? Role.IGNORED : Role.NOTE);
    }

    private void table(Table table) {
        RowKinds kinds = new RowKinds(grid);
        for (int row : table.titles()) {
            for (Cell cell : grid.row(row)) {
                Matcher caption = CAPTION.matcher(CellText.clean(cell.text()));
                boolean unit =
                        caption.matches() && units.parse(caption.group(1)).isPresent();
                roles.put(cell.address(), unit ? Role.UNIT : Role.TITLE);
            }
        }
        for (int row : table.heads()) {
            boolean index = kinds.isIndexRow(row);
            boolean ofUnits = grid.row(row).stream().anyMatch(c -> table.stubs().contains(c.column()) && isUnitHead(c));
            for (Cell cell : grid.row(row)) {
                boolean unit = ofUnits && !isUnitHead(cell) && isUnit(cell);
                roles.put(cell.address(), index ? Role.INDEX : unit ? Role.UNIT : Role.HEAD);
            }
        }
        Set<Integer> unitColumns =
                table.stubs().stream().filter(c -> holdsUnits(table, c)).collect(Collectors.toSet());
        for (int row : table.rows()) {
            for (Cell cell : grid.row(row)) {
                if (cell.column() >= table.left() && cell.column() <= table.right()) {
                    roles.put(cell.address(), inRow(cell, table, unitColumns));
                }
            }
        }
    }

    private boolean holdsUnits(Table table, int column) {
        List<Cell> cells = table.rows().stream()
                .map(row -> grid.stored(row, column))
                .flatMap(Optional::stream)
                .toList();
        return table.heads().stream().anyMatch(h -> grid.text(h, column).matches(UNIT_HEAD))
                || !cells.isEmpty() && cells.stream().allMatch(this::isUnit);
    }

    private Role inRow(Cell cell, Table table, Set<Integer> unitColumns) {
        if (unitColumns.contains(cell.column())) {
            return Role.UNIT;
        }
        if (table.stubs().contains(cell.column())) {
            return Role.STUB;
        }
        if (CellNumbers.isPlaceholder(cell.text())) {
            return Role.EMPTY;
        }
        return RowKinds.isValue(cell) ? Role.IGNORED : Role.NOTE;
    }

    private static boolean isUnitHead(Cell cell) {
        return CellText.clean(cell.text()).matches(UNIT_HEAD);
    }

    private boolean isUnit(Cell cell) {
        return units.parse(CellText.clean(cell.text())).isPresent();
    }

    /** What came of a cell goes before where it stands. */
    private void outcomes() {
        Set<String> figures = sheet.figures().stream()
                .map(f -> ((Provenance.Cell) f.provenance()).cell())
                .collect(Collectors.toSet());
        figures.forEach(address -> roles.put(address, Role.DATA));
        for (Finding finding : sheet.findings()) {
            boolean doubtful = finding.severity() != Severity.INFO;
            if (doubtful && finding.provenance() instanceof Provenance.Cell place) {
                roles.computeIfPresent(
                        place.cell(),
                        (address, role) -> role == Role.DATA ? Role.DOUBT : role == Role.STUB ? role : Role.REFUSED);
            }
        }
    }
}
