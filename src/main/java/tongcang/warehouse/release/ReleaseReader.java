package tongcang.warehouse.release;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tongcang.warehouse.database.Duck;
import tongcang.warehouse.database.Guarded;
import tongcang.warehouse.database.WarehouseException;

/** Asks a released file one SELECT at a time, read-only, in a time limit and with nothing outside it in reach. */
public final class ReleaseReader implements AutoCloseable {
    /** How long an answer may take, where nobody says otherwise. */
    public static final Duration LIMIT = Duration.ofSeconds(60);

    private final Guarded guarded;
    private final Duration limit;

    /**
     * An answer: its column names, and its rows as text; null stands for NULL.
     *
     * @param numeric which columns are numbers
     * @param isWhole whether there are no more rows than these
     */
    public record Answer(
            List<String> columns, List<Boolean> numeric, List<List<@Nullable String>> rows, boolean isWhole) {}

    /** Opens the DuckDB file of a release. */
    public ReleaseReader(Path database) {
        this(database, LIMIT);
    }

    /** The same, with how long an answer may take. */
    public ReleaseReader(Path database, Duration limit) {
        this.guarded = new Guarded(database);
        this.limit = limit;
    }

    /**
     * Answers one query.
     *
     * @throws WarehouseException if it is not exactly one SELECT, the database refuses it, or it takes too long
     */
    public Answer ask(String sql) {
        return ask(sql, Integer.MAX_VALUE);
    }

    /** Answers one query with so many rows at most. */
    public Answer ask(String sql, int most) {
        return guarded.ask(sql, limit, answer -> {
            ResultSet result = answer.row();
            ResultSetMetaData meta = result.getMetaData();
            List<String> columns = new ArrayList<>();
            List<Boolean> numeric = new ArrayList<>();
            for (int c = 1; c <= meta.getColumnCount(); c++) {
                columns.add(meta.getColumnLabel(c));
                numeric.add(isNumber(meta.getColumnTypeName(c)));
            }
            List<List<@Nullable String>> rows = new ArrayList<>();
            boolean more = answer.next();
            for (; more && rows.size() < most; more = answer.next()) {
                rows.add(row(result, columns.size()));
            }
            return new Answer(columns, numeric, rows, !more);
        });
    }

    /** All tables, views and macros that return rows, with what they mean. */
    public Answer relations() {
        return ask("SELECT table_name AS name, 'table' AS kind, comment FROM duckdb_tables() UNION ALL"
                + " SELECT view_name, 'view', comment FROM duckdb_views() WHERE NOT internal UNION ALL"
                + " SELECT function_name || '(' || array_to_string(parameters, ', ') || ')', 'macro', comment"
                + " FROM duckdb_functions() WHERE NOT internal AND function_type = 'table_macro' ORDER BY 1");
    }

    /** The columns of a table or view with their types and meanings; without rows where there is none of that name. */
    public Answer columns(String relation) {
        return ask("SELECT column_name, data_type, comment FROM duckdb_columns() WHERE NOT internal AND table_name = "
                + Duck.literal(relation) + " ORDER BY column_index");
    }

    private static List<@Nullable String> row(ResultSet result, int columns) throws SQLException {
        List<@Nullable String> row = new ArrayList<>();
        for (int c = 1; c <= columns; c++) {
            Object cell = result.getObject(c);
            row.add(cell instanceof BigDecimal number ? number.toPlainString() : cell == null ? null : cell.toString());
        }
        return row;
    }

    private static boolean isNumber(String type) {
        return type.startsWith("DECIMAL") || type.endsWith("INT") || type.equals("INTEGER") || type.equals("DOUBLE");
    }

    @Override
    public void close() {
        guarded.close();
    }
}
