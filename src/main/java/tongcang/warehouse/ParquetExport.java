package tongcang.warehouse;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tongcang.ColumnSum;

/** Writes the tables and views that BI tools read as Parquet, and says what the database holds in them. */
final class ParquetExport {
    /** Many rows of these are split into one file per year. */
    private static final Set<String> SPLIT = Set.of("fact_observation", "observation");

    /** Each with its order: readers of one indicator touch few pages, and equal content gives equal bytes. */
    private static final Map<String, String> RELATIONS = relations();

    /**
     * A file's share of a relation.
     *
     * @param name of the file, without folder and ending
     * @param condition in SQL
     * @param order a clause in SQL; empty where the rows lie in their order already
     */
    record Part(String relation, String name, String condition, String order) {
        /** Rows of the part, in their order. */
        String select() {
            return "SELECT * FROM " + relation + " WHERE " + condition + order;
        }
    }

    private final Duck duck;
    private final long splitAbove;
    private final Map<String, List<Column>> columns = new HashMap<>();
    private final Map<String, String> factDigests = new HashMap<>();

    /**
     * Exports from a built file.
     *
     * @param splitAbove a relation of observations with more rows is split by year
     */
    ParquetExport(Duck duck, long splitAbove) {
        this.duck = duck;
        this.splitAbove = splitAbove;
    }

    /** The files to write, in their order. */
    List<Part> parts() {
        List<String> names = new ArrayList<>(RELATIONS.keySet());
        names.addAll(Marts.names(duck));
        return names.stream().flatMap(name -> parts(name).stream()).toList();
    }

    /** The files of one relation. */
    List<Part> parts(String relation) {
        if (!SPLIT.contains(relation) || duck.number("SELECT count(*) FROM fact_observation") <= splitAbove) {
            return List.of(
                    new Part(relation, relation, "true", " ORDER BY " + RELATIONS.getOrDefault(relation, "ALL")));
        }
        List<Integer> years = duck.query(
                "SELECT DISTINCT year FROM " + relation + " JOIN dim_period USING (period_code) ORDER BY year",
                r -> r.getInt(1));
        return years.stream()
                .map(year -> new Part(
                        relation,
                        relation + "/" + year,
                        "period_code IN (SELECT period_code FROM dim_period WHERE year = " + year + ")",
                        ""))
                .toList();
    }

    /**
     * A text that is equal for equal rows, whatever their order, as long as it is the same database engine that makes it.
     * A view is computed here, once for all that is asked of it; but {@code observation} is its facts and the codelists.
     */
    String digest(Part part) {
        String condition = part.condition();
        if (SPLIT.contains(part.relation())) {
            return factDigests.computeIfAbsent(condition, c -> digest("fact_observation", "fact_observation", c));
        }
        duck.run("CREATE OR REPLACE TEMP TABLE exported AS " + part.select());
        return digest(part.relation(), "exported", condition);
    }

    private String digest(String relation, String source, String condition) {
        String names = columns(relation).stream().map(Column::name).collect(Collectors.joining(", "));
        String select = "SELECT count(*) || ':' || coalesce(sum(hash(" + names + ")), 0) FROM " + source;
        return duck.query(select + " WHERE " + condition, r -> r.getString(1)).get(0);
    }

    /**
     * What a part holds.
     *
     * @param rows as the database counts them
     * @param sums of each column
     */
    record Content(long rows, Map<String, ColumnSum> sums) {}

    /** Sums up the part that {@link #digest(Part)} was asked for last. */
    Content content(Part part) {
        List<Column> columns = columns(part.relation());
        String sums = columns.stream()
                .map(c -> ", count(" + c.name() + "), coalesce(sum(" + c.number() + "), 0)::VARCHAR")
                .collect(Collectors.joining());
        return duck.query("SELECT count(*)" + sums + " FROM " + source(part) + " WHERE " + part.condition(), r -> {
                    Map<String, ColumnSum> read = new LinkedHashMap<>();
                    for (int c = 0; c < columns.size(); c++) {
                        BigDecimal sum = new BigDecimal(r.getString(c * 2 + 3));
                        read.put(columns.get(c).name(), new ColumnSum(r.getLong(c * 2 + 2), sum));
                    }
                    return new Content(r.getLong(1), read);
                })
                .get(0);
    }

    private List<Column> columns(String relation) {
        return columns.computeIfAbsent(relation, r -> columns(duck, r));
    }

    /** Writes the part that {@link #digest(Part)} was asked for last. */
    void write(Part part, Path file) {
        String rows = SPLIT.contains(part.relation()) ? part.select() : "SELECT * FROM exported";
        inStoredOrder(
                duck,
                part,
                () -> duck.run("COPY (" + rows + ") TO "
                        + Duck.literal(file.toAbsolutePath().toString())
                        + " (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 40960)"));
    }

    /** Drops what was computed. */
    void forget() {
        duck.run("DROP TABLE IF EXISTS exported");
    }

    /** Rows of a year lie in their order in the table; joins keep it as long as the table is their first, streaming side. */
    static void inStoredOrder(Duck duck, Part part, Runnable statement) {
        if (!part.order().isEmpty()) {
            statement.run();
            return;
        }
        duck.run("SET disabled_optimizers = 'join_order,build_side_probe_side'");
        statement.run();
        duck.run("RESET disabled_optimizers");
    }

    private static String source(Part part) {
        return SPLIT.contains(part.relation()) ? part.relation() : "exported";
    }

    /** A column with its type, of which there are few: those that every tool reads as they are. */
    record Column(String relation, String name, String type, String comment) {
        /** What is summed up of it. */
        String number() {
            if (type.equals("VARCHAR")) {
                return "strlen(" + name + ")";
            } else if (type.equals("DATE")) {
                return "date_diff('day', DATE '1970-01-01', " + name + ")";
            } else if (type.equals("BOOLEAN")) {
                return name + "::INTEGER";
            } else if (type.startsWith("DECIMAL") || type.equals("INTEGER") || type.equals("BIGINT")) {
                return name;
            }
            throw new IllegalStateException(relation + "." + name + " is " + type + ": no type to release");
        }
    }

    /** The columns of a table or view, in their order. */
    static List<Column> columns(Duck duck, String relation) {
        return duck.query(
                "SELECT column_name, data_type, coalesce(comment, '') FROM duckdb_columns() WHERE NOT internal"
                        + " AND table_name = " + Duck.literal(relation) + " ORDER BY column_index",
                r -> new Column(relation, r.getString(1), r.getString(2), r.getString(3)));
    }

    private static Map<String, String> relations() {
        Map<String, String> relations = new LinkedHashMap<>();
        relations.put("coding", "ALL");
        relations.put("conflict", "ALL");
        relations.put("dim_department", "ALL");
        relations.put("dim_indicator", "ALL");
        relations.put("dim_member", "ALL");
        relations.put("dim_period", "ALL");
        relations.put("dim_region", "ALL");
        relations.put("dim_subject", "ALL");
        relations.put("dim_submission", "ALL");
        relations.put("dim_unit", "ALL");
        relations.put(
                "fact_observation",
                "indicator_code, region_code, period_code, measure, breakdown, received, observation_id");
        relations.put("fact_finding", "ALL");
        relations.put("fact_uncoded", "submission_id, figure_no");
        relations.put("observation", SdmxExport.ORDER);
        relations.put("revision", "ALL");
        relations.put("series", "ALL");
        relations.put("target_progress", "indicator_code, region_code, period_code, measure, observation_id");
        return relations;
    }
}
