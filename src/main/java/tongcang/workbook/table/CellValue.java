package tongcang.workbook.table;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tongcang.quantity.Units;
import tongcang.workbook.grid.Cell;
import tongcang.workbook.grid.CellNumbers;
import tongcang.workbook.grid.CellText;

/**
 * The number of a cell among figures, and what is wrong with it. A placeholder has neither.
 *
 * @param number its number; empty where it has none
 * @param unit that was typed behind it, or empty
 * @param finding what a person should look at
 */
public record CellValue(Optional<BigDecimal> number, String unit, Optional<Remark> finding) {

    /**
     * What is wrong with a cell.
     *
     * @param rule the finding's code
     * @param expected what would be right, or empty
     * @param message in Chinese, without the place
     */
    public record Remark(String rule, String expected, String message) {}

    private static final CellValue NOTHING = new CellValue(Optional.empty(), "", Optional.empty());
    /** 0.3个百分点, 1201万元; a time in digits is none. */
    private static final Pattern WITH_UNIT = Pattern.compile(
            "([+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d{1,15})(?:\\.\\d{1,15})?) ?([^\\d\\s年月日号第季.,%-][^\\d\\s年月日号]{0,7})");

    /** What programs store for #NULL!, #DIV/0!, #VALUE!, #REF!, #NAME?, #NUM!, #N/A where a number is asked for. */
    private static final Set<String> ERROR_CODES = Set.of(
            "-2146826288", "-2146826281", "-2146826273", "-2146826265", "-2146826259", "-2146826252", "-2146826246");

    /** {@code units} are those that may stand behind a number. */
    public static CellValue of(Cell cell, Units units) {
        if (cell.kind() == Cell.Kind.ERROR || cell.kind() == Cell.Kind.UNCALCULATED) {
            String found = cell.kind() == Cell.Kind.ERROR ? cell.text() : "公式没有存储结果";
            return refused(new Remark("workbook.error-cell", found, "单元格是错误值或未计算的公式，未采用；请改为数值后重新报送"));
        }
        if (ERROR_CODES.contains(cell.text())) {
            return refused(new Remark("workbook.error-cell", cell.text(), "这是以数字存下的错误码，不是数值，未采用；请改为数值后重新报送"));
        }
        if (cell.isNumber()) {
            return cell.showsDate()
                    ? NOTHING
                    : new CellValue(Optional.of(Objects.requireNonNull(cell.number())), "", Optional.empty());
        }
        return RowKinds.isValue(cell) ? typed(cell) : text(CellText.clean(cell.text()), units);
    }

    private static CellValue typed(Cell cell) {
        CellNumbers.Typed typed = CellNumbers.typed(cell.text()).orElseThrow();
        String value = typed.value().toPlainString();
        Optional<Remark> slip = typed.slip()
                ? Optional.of(new Remark(
                        "workbook.slip",
                        value,
                        "“" + CellText.clean(cell.text()) + "”疑似误录，只有一种读法，已按 " + value + " 采用；请核实"))
                : Optional.empty();
        return new CellValue(Optional.of(typed.value()), typed.percent() ? "%" : "", slip);
    }

    private static CellValue text(String text, Units units) {
        Matcher m = WITH_UNIT.matcher(text);
        if (CellText.hasDigit(text) && m.matches() && units.parse(m.group(2)).isPresent()) {
            return new CellValue(
                    CellNumbers.typed(m.group(1)).map(CellNumbers.Typed::value), m.group(2), Optional.empty());
        }
        boolean meant = !CellNumbers.isPlaceholder(text) && text.chars().anyMatch(Character::isDigit);
        return meant ? refused(new Remark("workbook.not-a-number", "", "“" + text + "”不能读成数值，未采用；请改正后重新报送")) : NOTHING;
    }

    private static CellValue refused(Remark remark) {
        return new CellValue(Optional.empty(), "", Optional.of(remark));
    }
}
