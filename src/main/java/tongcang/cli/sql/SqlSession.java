package tongcang.cli.sql;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tongcang.cli.print.RowFormat;
import tongcang.warehouse.release.ReleaseReader;

/** What a line of the shell says, and what is answered to it: an SQL statement, or a command that begins with a point. */
public final class SqlSession {
    /** More rows of one answer are not shown. */
    public static final int MOST_ROWS = 10_000;

    private static final String HELP = """
            .tables            tables, views and macros with their meaning
            .schema NAME       columns of a table or view
            .format NAME       table, csv or json
            .help              this text
            .quit              ends (also Ctrl-D)
            SELECT ...;        a statement ends with a semicolon and may take several lines
            """;

    private final ReleaseReader reader;
    private RowFormat format;

    public SqlSession(ReleaseReader reader, RowFormat format) {
        this.reader = reader;
        this.format = format;
    }

    /** Whether a line ends the session. */
    public static boolean isEnd(String line) {
        return List.of(".quit", ".exit", ".q").contains(line.strip());
    }

    /**
     * What is printed for a command or for statements.
     *
     * @throws tongcang.warehouse.database.WarehouseException if the database refuses
     */
    public String answer(String input) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        if (input.strip().startsWith(".")) {
            command(out, input.strip().split("\\s+", 2));
        } else {
            SqlText.statements(input).forEach(sql -> print(out, reader.ask(sql, MOST_ROWS)));
        }
        out.flush();
        return text.toString();
    }

    private void command(PrintWriter out, String[] words) {
        String argument = words.length > 1 ? words[1].replaceAll("[;\"]", "").strip() : "";
        switch (words[0]) {
            case ".help" -> out.print(HELP);
            case ".tables" -> print(out, reader.relations());
            case ".schema" -> schema(out, argument);
            case ".format" -> format(out, argument);
            default -> out.println("no command '" + words[0] + "'; .help lists them");
        }
    }

    private void schema(PrintWriter out, String relation) {
        ReleaseReader.Answer columns = reader.columns(relation);
        if (columns.rows().isEmpty()) {
            out.println("no table or view '" + relation + "'; .tables lists them");
        } else {
            print(out, columns);
        }
    }

    private void format(PrintWriter out, String name) {
        Arrays.stream(RowFormat.values())
                .filter(f -> f.name().equals(name))
                .findFirst()
                .ifPresentOrElse(
                        f -> format = f,
                        () -> out.println("no format '" + name + "'; there are "
                                + Arrays.stream(RowFormat.values())
                                        .map(RowFormat::name)
                                        .collect(Collectors.joining(", "))));
    }

    private void print(PrintWriter out, ReleaseReader.Answer answer) {
        format.print(out, answer.columns(), answer.numeric(), answer.rows());
        if (!answer.isWhole()) {
            out.println("只显示前 " + MOST_ROWS + " 行；要全部结果请用 ./tongcang sql --format csv \"...\"");
        }
    }
}
