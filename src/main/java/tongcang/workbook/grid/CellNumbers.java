package tongcang.workbook.grid;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of cells: binary doubles to the 15 digits that Excel itself keeps, and numbers that were typed as text. */
public final class CellNumbers {
    private static final MathContext EXCEL = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final Pattern PLAIN =
            Pattern.compile("[+-]?(?:(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?|\\.\\d+)%?");
    /** 13 520.5: thousands set apart by blanks. */
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(?: \\d{3})+(?:\\.\\d+)?");

    /** Blanks between digits that a scan has put there; of fewer than four digits and no point it may be two numbers: 2 2. */
    private static final Pattern SPACED =
            Pattern.compile("([+-]?) ?((?=(?:\\d ?){4}|[\\d ]*\\.|\\d+$)\\d[\\d ]*(?:\\. ?\\d[\\d ]*)?)");

    /** 1, 234 and 1 ,234.5: a blank beside the comma of thousands. */
    private static final Pattern SPACED_THOUSANDS = Pattern.compile("[+-]?\\d{1,3}(?: ?, ?\\d{3})+(?:\\.\\d+)?");

    private static final Pattern DIGITS = Pattern.compile("\\d+(?: \\d+)+");

    /** Two lines of digits in a cell: two numbers as likely as one. */
    private static final Pattern TWO_LINES = Pattern.compile("\\d[^\\S\\r\\n]*[\\r\\n]\\s*\\d");

    /** Accountants' negative numbers: (2.1), △2.1; a bare (1) numbers things. */
    private static final Pattern NEGATIVE = Pattern.compile(
            "\\(((?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+\\.\\d+)%?)\\)|[△Δ] ?((?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?%?)");

    private static final Pattern MARKS = Pattern.compile("^[`'#]+");
    private static final Pattern MISREAD = Pattern.compile("[+-]?[\\dSOolIB]*\\d[\\dSOolIB]*(?:[.。][\\dSOolIB]+)?");
    private static final Pattern PLACEHOLDER =
            Pattern.compile("[-—–…\\.·x×/*]+|\\.{2,}|无|空|缺|暂无|N/?A|n/?a|null|NULL|#N/A");

    /** What those of {@link #PLACEHOLDER} begin with; most texts begin otherwise. */
    private static final String PLACEHOLDER_BEGINS = "-—–….·x×/*无空缺暂Nn#";

    /**
     * A number that was read from a text.
     *
     * @param value its value
     * @param percent whether a percent sign stood behind it
     * @param slip whether it had to be mended: a slip that can be read one way only
     */
    public record Typed(BigDecimal value, boolean percent, boolean slip) {}

    private CellNumbers() {}

    /** A cell with a double. */
    public static Cell cell(int row, int column, double value, String format) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return new Cell(row, column, "#NUM!", null, "", Cell.Kind.ERROR);
        }
        BigDecimal number = exact(value);
        return new Cell(
                row, column, number.toPlainString(), number, "General".equals(format) ? "" : format, Cell.Kind.NUMBER);
    }

    /** The decimal that the double stands for: 15 significant digits, no trailing zeros behind the point. */
    public static BigDecimal exact(double value) {
        return bare(new BigDecimal(value).round(EXCEL));
    }

    /** The same number without trailing zeros behind the point, and with none in front of it left out. */
    public static BigDecimal bare(BigDecimal number) {
        BigDecimal bare = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }

    /**
     * Reads a text as a number; a slip is mended only where one reading is possible. Empty where it is no number, or may
     * be two: 2 above 2 in a cell is not 22.
     */
    public static Optional<Typed> typed(String raw) {
        String clean = CellText.clean(raw);
        if (!CellText.hasDigit(clean) || TWO_LINES.matcher(raw).find()) {
            return Optional.empty();
        }
        String text = MARKS.matcher(clean)
                .replaceFirst("")
                .replace('−', '-')
                .replace('—', '-')
                .strip();
        if (PLAIN.matcher(text).matches()) {
            boolean percent = text.endsWith("%");
            return Optional.of(new Typed(
                    number(percent ? text.substring(0, text.length() - 1) : text), percent, false));
        }
        Matcher negative = NEGATIVE.matcher(text.replace('（', '(').replace('）', ')'));
        if (negative.matches()) {
            String digits = negative.group(1) == null ? negative.group(2) : negative.group(1);
            return typed("-" + digits);
        }
        if (GROUPED.matcher(text).matches()) {
            return Optional.of(new Typed(number(text.replace(" ", "")), false, false));
        }
        if (SPACED_THOUSANDS.matcher(text).matches()) {
            return Optional.of(new Typed(number(text.replace(" ", "")), false, true));
        }
        Matcher spaced = SPACED.matcher(text);
        if (spaced.matches()) {
            return Optional.of(
                    new Typed(number(spaced.group(1) + spaced.group(2).replace(" ", "")), false, true));
        }
        if (MISREAD.matcher(text).matches()) {
            String mended = text.replace('S', '5')
                    .replace('O', '0')
                    .replace('o', '0')
                    .replace('l', '1')
                    .replace('I', '1')
                    .replace('B', '8')
                    .replace('。', '.');
            return Optional.of(new Typed(number(mended), false, true));
        }
        return Optional.empty();
    }

    /** Whether a text is of digits alone, of one number or, for the blanks between them, of several. */
    public static boolean isDigits(String text) {
        return DIGITS.matcher(text).matches();
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.replace(",", "").replace("+", ""));
    }

    /** Whether a text stands for a missing value. */
    public static boolean isPlaceholder(String text) {
        String clean = CellText.clean(text);
        return !clean.isEmpty()
                && PLACEHOLDER_BEGINS.indexOf(clean.charAt(0)) >= 0
                && PLACEHOLDER.matcher(clean).matches();
    }
}
