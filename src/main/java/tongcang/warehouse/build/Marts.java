package tongcang.warehouse.build;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tongcang.warehouse.database.Column;
import tongcang.warehouse.database.Duck;

/**
 * The wide views {@code mart_SUBJECT}: one row per region and period, one column per indicator and measure, in reporting
 * units. Columns come from the indicators' codelist: what an indicator naturally is has a column always, named by its code
 * alone; its other measures ({@code gdp_growth_rate}) have one as soon as they were stated. The readers of the codelists
 * see to it that every code names a column, and no two the same.
 */
public final class Marts {
    private static final Map<String, String> CHINESE = Map.of(
            "level", "",
            "increment", " 增量",
            "growth_rate", " 增速",
            "change", " 增减",
            "multiple", " 倍数",
            "share", " 比重",
            "index", " 指数",
            "rank", " 位次");

    /** A column of a mart; {@code natural} has no measure in its name. */
    private record Column(String indicator, String name, String measure, String unit, boolean natural) {
        String identifier() {
            return natural ? indicator : indicator + "_" + measure;
        }

        String item() {
            return "(" + join(List.of(indicator, measure, unit, identifier()), Duck::literal) + ")";
        }

        String comment() {
            return name + (natural ? "" : CHINESE.getOrDefault(measure, " " + measure)) + "（" + unit + "）";
        }
    }

    private final Duck duck;

    Marts(Duck duck) {
        this.duck = duck;
    }

    /** Lays one view per subject. */
    void lay() {
        List<List<String>> subjects = duck.query(
                "SELECT subject_code, subject_name FROM dim_subject ORDER BY subject_code",
                r -> List.of(r.getString(1), r.getString(2)));
        for (List<String> subject : subjects) {
            lay("mart_" + subject.get(0), subject.get(1), columns(subject.get(1)));
        }
    }

    /** The names of all marts that were laid, in order. */
    public static List<String> names(Duck duck) {
        return duck.query("SELECT 'mart_' || subject_code FROM dim_subject ORDER BY 1", r -> r.getString(1));
    }

    private List<Column> columns(String subject) {
        return duck.query(
                Duck.resource("mart-columns.sql").replace("$subject", Duck.literal(subject)),
                r -> new Column(r.getString(1), r.getString(2), r.getString(3), r.getString(4), r.getBoolean(5)));
    }

    private void lay(String view, String subject, List<Column> columns) {
        List<String> names = columns.stream().map(Column::identifier).toList();
        duck.run(Duck.resource("mart.sql")
                .replace("$mart", view)
                .replace("$items", columns.isEmpty() ? "('', '', '', '')" : join(columns, Column::item))
                .replace("$names", columns.isEmpty() ? "''" : join(names, Duck::literal))
                .replace("$columns", names.stream().map(n -> ",\n    " + n).collect(Collectors.joining())));
        duck.run("COMMENT ON VIEW " + view + " IS "
                + Duck.literal(subject + "宽表：每个地区每个时期一行，每个指标一列，展示单位；只含不分组、无对比基期的数值"));
        for (Column column : columns) {
            duck.run("COMMENT ON COLUMN " + view + "." + column.identifier() + " IS " + Duck.literal(column.comment()));
        }
    }

    private static <T> String join(List<T> all, Function<T, String> text) {
        return all.stream().map(text).collect(Collectors.joining(", "));
    }
}
