package tongcang.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tongcang.ColumnSum;

/** Writes the tables and views that BI tools read as one Parquet file each, and says what the database holds in them. */
final class ParquetExport {
    /** Each with its order: readers of one indicator touch few pages, and equal content gives equal bytes. */
    static final Map<String, String> RELATIONS = relations();

    private final Duck duck;

    ParquetExport(Duck duck) {
        this.duck = duck;
    }

    /** Writes one relation. */
    void write(String relation, Path file) throws IOException {
        Files.deleteIfExists(file);
        duck.run("COPY (SELECT * FROM " + relation + " ORDER BY " + RELATIONS.get(relation) + ") TO "
                + Duck.literal(file.toAbsolutePath().toString())
                + " (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)");
    }

    /** Rows of a relation as the database counts them. */
    long rows(String relation) {
        return duck.number("SELECT count(*) FROM " + relation);
    }

    /** What the database holds in each column of a relation. */
    Map<String, ColumnSum> sums(String relation) {
        Map<String, ColumnSum> sums = new LinkedHashMap<>();
        for (List<String> column : duck.query("DESCRIBE " + relation, r -> List.of(r.getString(1), r.getString(2)))) {
            sums.put(column.get(0), sum(relation, column.get(0), column.get(1)));
        }
        return sums;
    }

    private ColumnSum sum(String relation, String column, String type) {
        String number;
        if (type.equals("VARCHAR")) {
            number = "strlen(" + column + ")";
        } else if (type.equals("DATE")) {
            number = "date_diff('day', DATE '1970-01-01', " + column + ")";
        } else if (type.startsWith("DECIMAL")
                || type.equals("INTEGER")
                || type.equals("BIGINT")
                || type.equals("BOOLEAN")) {
            number = column + (type.equals("BOOLEAN") ? "::INTEGER" : "");
        } else {
            throw new IllegalStateException(relation + "." + column + " is " + type + ": no type to release");
        }
        String select = "SELECT count(" + column + "), coalesce(sum(" + number + "), 0)::VARCHAR FROM " + relation;
        return duck.query(select, r -> new ColumnSum(r.getLong(1), new java.math.BigDecimal(r.getString(2))))
                .get(0);
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
        relations.put("dim_submission", "ALL");
        relations.put("dim_unit", "ALL");
        relations.put(
                "fact_observation", "indicator_code, region_code, measure, period_code, received, observation_id");
        relations.put("fact_finding", "ALL");
        relations.put("fact_uncoded", "submission_id, figure_no");
        relations.put(
                "observation",
                "indicator_code, region_code, measure, breakdown, start_date, end_date, period_code, base_period, unit_code");
        relations.put("revision", "ALL");
        relations.put("series", "ALL");
        relations.put("target_progress", "indicator_code, region_code, period_code, measure, observation_id");
        return relations;
    }
}
