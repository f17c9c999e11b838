package tongcang.workbook.form;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tongcang.Measure;
import tongcang.Period;
import tongcang.workbook.meaning.TableContext;
import tongcang.workbook.table.HeadWords;

/**
 * A declared form: how a table that departments fill in again and again is laid out, by words and never by row numbers.
 *
 * @param file that declares it
 * @param number of the official form (表号), or a name where it has none
 * @param title that tables without a number are known by, or null
 * @param stub head of the column that names the rows
 * @param columns every other column
 * @param rowsAre what the rows are
 * @param rows every row, where they are labels
 */
public record Form(
        String file,
        String number,
        @Nullable Pattern title,
        String stub,
        List<Column> columns,
        RowsAre rowsAre,
        List<Row> rows) {

    /** What the rows of a form are. */
    enum RowsAre {
        LABELS,
        REGIONS,
        PERIODS
    }

    /** What a column is for. */
    enum Use {
        FIGURES,
        UNIT,
        IGNORED
    }

    /** What time a column is about, told from the table's own. */
    enum Time {
        /** As the heads say. */
        STATED,
        MONTH,
        QUARTER,
        CUMULATIVE,
        YEAR,
        MONTH_YEAR_EARLIER,
        CUMULATIVE_YEAR_EARLIER,
        LAST_YEAR;

        /** Whether a table about whole years can tell it. */
        boolean isOfYears() {
            return this == STATED || this == YEAR || this == LAST_YEAR;
        }

        Period of(Period table) {
            int year = table.end().getYear();
            int month = table.end().getMonthValue();
            return switch (this) {
                case STATED -> table;
                case MONTH -> Period.month(year, month);
                case QUARTER -> Period.quarter(year, (month + 2) / 3);
                case CUMULATIVE -> Period.months(year, 1, month);
                case YEAR -> Period.year(year);
                case MONTH_YEAR_EARLIER -> Period.month(year - 1, month);
                case CUMULATIVE_YEAR_EARLIER -> Period.months(year - 1, 1, month);
                case LAST_YEAR -> Period.year(year - 1);
            };
        }
    }

    /**
     * What the figures of a column, or of a row, mean.
     *
     * @param line of the file
     * @param label the figure's label; empty where the other of row and column gives it
     * @param indicator its code, or empty
     * @param members of classifications, {@code area=urban}, or empty
     * @param measure or null: as read
     * @param unit where the table states none, or empty
     * @param region or empty: as read
     * @param time or null: as read
     */
    record Meaning(
            long line,
            String label,
            String indicator,
            String members,
            @Nullable Measure measure,
            String unit,
            String region,
            @Nullable Time time) {
        Meaning {
            Objects.requireNonNull(label, "label");
        }

        boolean isEmpty() {
            return indicator.isEmpty()
                    && members.isEmpty()
                    && measure == null
                    && unit.isEmpty()
                    && region.isEmpty()
                    && time == null;
        }
    }

    /** A column by its head. */
    record Column(String head, Pattern pattern, Use use, Meaning meaning) {}

    /** A row by its label. */
    record Row(String label, boolean ignored, Meaning meaning) {}

    public Form {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Whether a table is of this form. */
    public boolean fits(TableContext context) {
        return bare(context.form()).equals(bare(number)) && !context.form().isEmpty()
                || title != null
                        && title.matcher(HeadWords.key(context.title())).matches();
    }

    Optional<Column> column(String head) {
        String key = HeadWords.key(head);
        return columns.stream().filter(c -> c.pattern().matcher(key).matches()).findFirst();
    }

    private static String bare(String number) {
        return HeadWords.key(number).replaceFirst("表$", "");
    }
}
