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
import tongcang.workbook.grid.WrittenNumber;

/**
 * The number of a cell among figures, and what is wrong with it. A placeholder has neither.
 *
 * @param number its number; empty where it has none
 * @param unit that was typed behind it, or empty
 * @param finding what a person should look at
 * @param written the number in words, whose magnitude counts the table's unit; empty of digits
 */
public record CellValue(
        Optional<BigDecimal> number, String unit, Optional<Remark> finding, Optional<WrittenNumber> written) {

    /**
     * What is wrong with a cell.
     *
     * @param rule the finding's code
     * @param expected what would be right, or empty
     * @param message in Chinese, without the place
     */
    public record Remark(String rule, String expected, String message) {}

    private CellValue(Optional<BigDecimal> number, String unit, Optional<Remark> finding) {
        this(number, unit, finding, Optional.empty());
    }

    private static final CellValue NOTHING = new CellValue(Optional.empty(), "", Optional.empty());
    /** 0.3个百分点, 1201万元; a time in digits is none. */
    private static final Pattern WITH_UNIT = Pattern.compile(
            "([+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d{1,15})(?:\\.\\d{1,15})?) ?([^\\d\\s年月日号第季.,%-][^\\d\\s年月日号]{0,7})");

    /** A number format that shows nothing: ;;; */
    private static final Pattern UNSEEN = Pattern.compile(";{2,3}");

    /** What programs store for #NULL!, #DIV/0!, #VALUE!, #REF!, #NAME?, #NUM!, #N/A where a number is asked for. */
    private static final Set<String> ERROR_CODES = Set.of(
            "-2146826288", "-2146826281", "-2146826273", "-2146826265", "-2146826259", "-2146826252", "-2146826246");

    /**
     * What a cell says.
     *
     * @param units those that may stand behind a number
     * @param marksFalls whether the table marks falls with △, so that ▲ beside it is a rise
     */
    public static CellValue of(Cell cell, Units units, boolean marksFalls) {
        switch (cell.kind()) {
            case ERROR -> {
                return refused(
                        new Remark("workbook.error-cell", cell.text(), "单元格是错误值 " + cell.text() + "，未采用；请改为数值后重新报送"));
            }
            case UNCALCULATED -> {
                return refused(new Remark("workbook.error-cell", "", "公式没有存储结果，缺数；请用 Excel 打开并保存后重新报送"));
            }
            case REPEATED -> {
                return refused(
                        new Remark("workbook.repeated-cell", "", "文件在同一地址存有几个单元格，不能确定是哪一个，未采用；请用 Excel 重新保存并核对后报送"));
            }
            default -> {}
        }
        if (ERROR_CODES.contains(cell.text())) {
            return refused(new Remark("workbook.error-cell", cell.text(), "这是以数字存下的错误码，不是数值，未采用；请改为数值后重新报送"));
        }
        if (cell.isNumber() && UNSEEN.matcher(cell.format()).matches()) {
            return refused(new Remark(
                    "workbook.unseen-number", "", "数字的显示格式为空（" + cell.format() + "），看不见，未采用；如应报送，请改用能显示的格式"));
        }
        if (cell.isNumber()) {
            return cell.showsDate()
                    ? NOTHING
                    : new CellValue(Optional.of(Objects.requireNonNull(cell.number())), "", Optional.empty());
        }
        if (marksFalls && WrittenNumber.isMarkedRise(cell.text())) {
            return WrittenNumber.rise(cell.text())
                    .map(typed ->
                            new CellValue(Optional.of(typed.value()), typed.percent() ? "%" : "", Optional.empty()))
                    .orElse(NOTHING);
        }
        return CellNumbers.typed(cell.text())
                .filter(typed -> RowKinds.isValue(cell))
                .map(typed -> typed(cell, typed))
                .orElseGet(() -> text(CellText.clean(cell.text()), units));
    }

    private static CellValue typed(Cell cell, CellNumbers.Typed typed) {
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
        Optional<WrittenNumber> written = WrittenNumber.of(text);
        if (written.isPresent()) {
            String value = written.get().value().toPlainString() + written.get().magnitude();
            return new CellValue(
                    written.map(WrittenNumber::value),
                    "",
                    Optional.of(new Remark("workbook.slip", value, "“" + text + "”不是数字，已按 " + value + " 采用；请改为数字并核实")),
                    written);
        }
        boolean meant = !CellNumbers.isPlaceholder(text) && text.chars().anyMatch(Character::isDigit);
        return meant ? refused(new Remark("workbook.not-a-number", "", "“" + text + "”不能读成数值，未采用；请改正后重新报送")) : NOTHING;
    }

    private static CellValue refused(Remark remark) {
        return new CellValue(Optional.empty(), "", Optional.of(remark));
    }
}
