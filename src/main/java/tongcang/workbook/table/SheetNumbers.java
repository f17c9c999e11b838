package tongcang.workbook.table;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import tongcang.relation.NumberGrid;
import tongcang.workbook.grid.Cell;
import tongcang.workbook.grid.CellText;
import tongcang.workbook.grid.Grid;

/** The bare numbers of a sheet, whether its words are understood or not, in whatever notation they were typed. */
public final class SheetNumbers {
    private static final Pattern AROUND = Pattern.compile("[\\s¥￥$€£%‰]");
    private static final Pattern BRACKETED = Pattern.compile("\\((.*\\d)\\)");
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern POINT = Pattern.compile("[+-]?\\d+\\.\\d{1,2}");
    private static final Pattern COMMA = Pattern.compile("[+-]?(\\d+,\\d{1,2}|0,\\d+)");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})");

    private SheetNumbers() {}

    /** The numbers at their places; days and times are none. */
    public static NumberGrid of(Grid grid) {
        boolean comma = hasDecimalCommas(grid);
        NumberGrid.Builder numbers = new NumberGrid.Builder();
        grid.cells()
                .forEach(cell -> number(cell, comma)
                        .ifPresentOrElse(
                                n -> numbers.put(cell.row(), cell.column(), n),
                                () -> numbers.putWords(cell.row(), cell.column())));
        return numbers.build();
    }

    /** Whether 9,5 is nine and a half: by what most numbers of the sheet look like. */
    private static boolean hasDecimalCommas(Grid grid) {
        int[] seen = new int[2];
        grid.cells().filter(cell -> cell.kind() == Cell.Kind.TEXT).forEach(cell -> {
            String text = bare(cell.text());
            seen[0] += COMMA.matcher(text).matches() ? 1 : 0;
            seen[1] += THOUSANDS.matcher(text).matches() || POINT.matcher(text).matches() ? 1 : 0;
        });
        return seen[0] > seen[1];
    }

    private static Optional<BigDecimal> number(Cell cell, boolean comma) {
        if (cell.isNumber()) {
            return cell.showsDate() ? Optional.empty() : Optional.of(Objects.requireNonNull(cell.number()));
        }
        if (cell.kind() != Cell.Kind.TEXT || !CellText.hasDigit(cell.text())) {
            return Optional.empty();
        }
        String text = BRACKETED.matcher(bare(cell.text())).replaceFirst("-$1");
        String plain =
                comma ? text.replace(',', '.') : THOUSANDS.matcher(text).matches() ? text.replace(",", "") : text;
        return NUMBER.matcher(plain).matches() ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }

    private static String bare(String text) {
        return AROUND.matcher(CellText.clean(text))
                .replaceAll("")
                .replace('−', '-')
                .replace('–', '-');
    }
}
