package tongcang.warehouse.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;

/** A connection to one DuckDB file that runs statements and scripts and names the statement in every failure. */
public final class Duck implements AutoCloseable {
    /** Older tools of analysts open files of this format. */
    private static final String STORAGE = "v1.4.0";

    /** Reads a result, or the row it stands at. */
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private final DuckDBConnection connection;

    private Duck(Connection connection) throws SQLException {
        this.connection = connection.unwrap(DuckDBConnection.class);
    }

    /** Opens a file for writing, a new one in the format that older tools read. */
    public static Duck writing(Path file, Settings settings) {
        Properties properties = new Properties();
        properties.setProperty("storage_compatibility_version", STORAGE);
        properties.setProperty("memory_limit", settings.memory());
        properties.setProperty("threads", Integer.toString(settings.threads()));
        properties.setProperty("temp_directory", settings.spill().toString());
        properties.setProperty("autoinstall_known_extensions", "false");
        return open("jdbc:duckdb:" + file.toAbsolutePath(), properties);
    }

    /** Opens a released file to read; nothing outside the file can be reached. */
    public static Duck reading(Path file) {
        Properties properties = new Properties();
        properties.setProperty("duckdb.read_only", "true");
        properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        properties.setProperty("enable_external_access", "false");
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        Duck duck = open("jdbc:duckdb:" + file.toAbsolutePath(), properties);
        duck.run("SET lock_configuration = true");
        return duck;
    }

    private static Duck open(String url, Properties properties) {
        try {
            return new Duck(new DuckDBDriver().connect(url, properties));
        } catch (SQLException e) {
            throw new WarehouseException(url, e);
        }
    }

    /** Another connection to the same file; what is temporary in one is not seen by the other. */
    Duck another() {
        try {
            return new Duck(connection.duplicate());
        } catch (SQLException e) {
            throw new WarehouseException("another connection", e);
        }
    }

    /** A text as an SQL literal. */
    public static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** A path as part of a pattern of files: what would stand for other characters stands for itself. */
    public static String pattern(Path path) {
        return path.toAbsolutePath().toString().replaceAll("[\\[*?]", "[$0]");
    }

    public void run(String statement) {
        try (Statement s = connection.createStatement()) {
            s.execute(statement);
        } catch (SQLException e) {
            throw new WarehouseException(statement, e);
        }
    }

    /** Runs a script of this package; {@code $name} stands for a literal of {@code values}. */
    public void script(String name, Map<String, String> values) {
        for (String statement : statements(resource(name))) {
            String filled = statement;
            for (Map.Entry<String, String> value : values.entrySet()) {
                filled = filled.replace("$" + value.getKey(), literal(value.getValue()));
            }
            run(filled);
        }
    }

    public <T> List<T> query(String statement, Row<T> row) {
        return ask(statement, result -> {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row.of(result));
            }
            return rows;
        });
    }

    /** Hands over the whole result, before its first row. */
    public <T> T ask(String statement, Row<T> whole) {
        try (Statement s = connection.createStatement();
                ResultSet result = s.executeQuery(statement)) {
            return whole.of(result);
        } catch (SQLException e) {
            throw new WarehouseException(statement, e);
        }
    }

    /** Appends rows; a cell is a String, Integer, Long or LocalDate, or null. */
    public void append(String table, List<List<@Nullable Object>> rows) {
        // Without a statement before it, the driver commits an Appender's rows at once.
        run("BEGIN");
        try (DuckDBAppender out = connection.createAppender(table)) {
            for (List<@Nullable Object> row : rows) {
                out.beginRow();
                for (Object cell : row) {
                    append(out, cell);
                }
                out.endRow();
            }
        } catch (SQLException e) {
            throw new WarehouseException("append to " + table, e);
        }
        run("COMMIT");
    }

    private static void append(DuckDBAppender out, @Nullable Object cell) throws SQLException {
        if (cell == null) {
            out.appendNull();
        } else if (cell instanceof String text) {
            out.append(text);
        } else if (cell instanceof Integer number) {
            out.append(number);
        } else if (cell instanceof Long number) {
            out.append(number);
        } else if (cell instanceof LocalDate day) {
            out.append(day);
        } else {
            throw new IllegalArgumentException("no column holds a " + cell.getClass());
        }
    }

    public long number(String statement) {
        return query(statement, r -> r.getLong(1)).get(0);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new WarehouseException("close", e);
        }
    }

    /** The statements of a script: each ends with a semicolon at the end of a line. */
    public static List<String> statements(String script) {
        List<String> statements = new ArrayList<>();
        for (String part : script.split(";[ \\t]*\\R", -1)) {
            String code = part.lines()
                    .filter(line -> !line.stripLeading().startsWith("--"))
                    .reduce("", (a, b) -> a + b + "\n")
                    .strip();
            if (!code.isEmpty()) {
                statements.add(code);
            }
        }
        return statements;
    }

    /** The text of an SQL resource of the warehouse. */
    public static String resource(String name) {
        try (InputStream in =
                Objects.requireNonNull(Duck.class.getResourceAsStream("/tongcang/warehouse/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
