package tongcang.warehouse.release;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import tongcang.support.ColumnSum;
import tongcang.warehouse.database.Column;
import tongcang.warehouse.database.Duck;

/** Writes one part of a release as Parquet, and says what the database holds in it. */
final class ParquetExport {
    private final Duck duck;
    private final ReleasePart part;
    private final List<Column> columns;
    private final String source;

    /** Begins with a part; a view is computed here, once for all that is asked of it. */
    ParquetExport(Duck duck, ReleasePart part, List<Column> columns) {
        this.duck = duck;
        this.part = part;
        this.columns = columns;
        this.source = part.isOfFacts() ? part.relation() : "exported";
        if (!part.isOfFacts()) {
            duck.run("CREATE OR REPLACE TEMP TABLE exported AS " + part.select());
        }
    }

    /**
     * A text that is equal for equal rows, whatever their order, as long as it is the same database engine that makes it.
     *
     * @param known digests by condition; {@code observation} is its facts and the codelists, and has theirs
     * @param facts the columns of the facts
     */
    String digest(ConcurrentMap<String, String> known, List<Column> facts) {
        return part.isOfFacts()
                ? known.computeIfAbsent(part.condition(), condition -> digest(facts, "fact_observation"))
                : digest(columns, source);
    }

    private String digest(List<Column> of, String from) {
        String names = of.stream().map(Column::name).collect(Collectors.joining(", "));
        String select = "SELECT count(*) || ':' || coalesce(sum(hash(" + names + ")), 0) FROM " + from;
        return duck.query(select + " WHERE " + part.condition(), r -> r.getString(1))
                .get(0);
    }

    /**
     * What a part holds.
     *
     * @param rows as the database counts them
     * @param sums of each column
     */
    record Content(long rows, Map<String, ColumnSum> sums) {}

    /** Sums up the part. */
    Content content() {
        String sums = columns.stream()
                .map(c -> ", count(" + c.name() + "), coalesce(sum(" + c.number() + "), 0)::VARCHAR")
                .collect(Collectors.joining());
        return duck.query("SELECT count(*)" + sums + " FROM " + source + " WHERE " + part.condition(), r -> {
                    Map<String, ColumnSum> read = new LinkedHashMap<>();
                    for (int c = 0; c < columns.size(); c++) {
                        BigDecimal sum = new BigDecimal(r.getString(c * 2 + 3));
                        read.put(columns.get(c).name(), new ColumnSum(r.getLong(c * 2 + 2), sum));
                    }
                    return new Content(r.getLong(1), read);
                })
                .get(0);
    }

    /** Writes the part. */
    void write(Path file) {
        String rows = part.isOfFacts() ? part.select() : "SELECT * FROM exported";
        duck.run("COPY (" + rows + ") TO "
                + Duck.literal(file.toAbsolutePath().toString())
                + " (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 40960)");
    }
}
