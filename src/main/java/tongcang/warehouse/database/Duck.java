package tongcang.warehouse.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
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

    /** With a path behind it, a file. */
    private static final String MEMORY = "jdbc:duckdb:";

    /** Reads the row that a result stands at. */
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Reads a whole answer. */
    public interface Answer<T> {
        T of(Rows rows) throws SQLException;
    }

    private final DuckDBConnection connection;
    private final Brake brake;

    private Duck(Connection connection, Brake brake) throws SQLException {
        this.connection = connection.unwrap(DuckDBConnection.class);
        this.brake = brake;
    }

    /** Opens a file for writing, a new one in the format that older tools read. */
    public static Duck writing(Path file, Settings settings) {
        Properties properties = properties(settings);
        properties.setProperty("storage_compatibility_version", STORAGE);
        properties.setProperty("autoinstall_known_extensions", "false");
        return open(url(file), properties, settings.brake());
    }

    /** Opens a released file to read; nothing outside the file can be reached. */
    public static Duck reading(Path file) {
        return reading(file, new Properties(), new Brake());
    }

    /** The same, with what the engine may use. */
    public static Duck reading(Path file, Settings settings) {
        return reading(file, properties(settings), settings.brake());
    }

    /** A database in memory with nothing in it. */
    static Duck overNothing() {
        return open(MEMORY, new Properties(), new Brake());
    }

    private static Duck reading(Path file, Properties properties, Brake brake) {
        properties.setProperty("duckdb.read_only", "true");
        properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        properties.setProperty("enable_external_access", "false");
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        Duck duck = open(url(file), properties, brake);
        duck.run("SET lock_configuration = true");
        return duck;
    }

    private static Properties properties(Settings settings) {
        Properties properties = new Properties();
        properties.setProperty("memory_limit", settings.memory());
        properties.setProperty("threads", Integer.toString(settings.threads()));
        properties.setProperty("temp_directory", settings.spill().toString());
        return properties;
    }

    private static String url(Path file) {
        return MEMORY + file.toAbsolutePath();
    }

    private static Duck open(String url, Properties properties, Brake brake) {
        try {
            return new Duck(new DuckDBDriver().connect(url, properties), brake);
        } catch (SQLException e) {
            throw new WarehouseException(url, e);
        }
    }

    /** Another connection to the same file; what is temporary in one is not seen by the other. */
    Duck another() {
        return another(brake);
    }

    /** Another connection to the same file that is stopped by a brake of its own. */
    Duck another(Brake own) {
        try {
            return new Duck(connection.duplicate(), own);
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
        try (Statement s = connection.createStatement();
                Brake.Running running = brake.begin(s)) {
            brake.check();
            s.execute(statement);
        } catch (SQLException e) {
            throw failure(statement, e);
        }
    }

    /** What the engine says of a statement that was cancelled is beside the point. */
    private RuntimeException failure(String statement, SQLException e) {
        return brake.isOpen() ? new WarehouseException(statement, e) : new StoppedException();
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
        return ask(statement, answer -> {
            List<T> rows = new ArrayList<>();
            while (answer.next()) {
                rows.add(row.of(answer.row()));
            }
            return rows;
        });
    }

    /** Hands over the whole result, before its first row. */
    public <T> T ask(String statement, Answer<T> whole) {
        try (Statement s = connection.createStatement();
                Brake.Running running = brake.begin(s)) {
            brake.check();
            try (ResultSet result = s.executeQuery(statement)) {
                return whole.of(new Rows(result, brake));
            }
        } catch (SQLException e) {
            throw failure(statement, e);
        }
    }

    /** The names of the columns that a query answers with; it is not run. */
    List<String> columns(String statement) {
        try (PreparedStatement s = connection.prepareStatement(statement)) {
            ResultSetMetaData meta = s.getMetaData();
            List<String> names = new ArrayList<>();
            for (int column = 1; column <= meta.getColumnCount(); column++) {
                names.add(meta.getColumnLabel(column));
            }
            return names;
        } catch (SQLException e) {
            throw failure(statement, e);
        }
    }

    /** Appends rows; a cell is a String, Integer, Long, LocalDate or Boolean, or null. */
    public void append(String table, List<List<@Nullable Object>> rows) {
        // Without a statement before it, the driver commits an Appender's rows at once.
        run("BEGIN");
        try (DuckDBAppender out = connection.createAppender(table)) {
            for (List<@Nullable Object> row : rows) {
                brake.check();
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
        } else if (cell instanceof Boolean truth) {
            out.append(truth.booleanValue());
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
