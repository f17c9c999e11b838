package tongcang.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tongcang.cli.print.RowFormat;
import tongcang.cli.sql.SqlSession;
import tongcang.cli.sql.SqlShell;
import tongcang.cli.sql.SqlText;
import tongcang.warehouse.release.ReleaseReader;

/** {@code sql}: asks the current release. */
@Command(
        name = "sql",
        mixinStandardHelpOptions = true,
        description = "Asks the current release; read-only, in a time limit, with nothing outside it in reach.",
        footer = "Without QUERY: a shell at a terminal, and otherwise the statements of the standard input.")
final class SqlCommand implements Callable<Integer> {
    @Parameters(paramLabel = "QUERY", arity = "0..1", description = "one SELECT")
    private @Nullable String query;

    @Option(names = "--seconds", paramLabel = "N", description = "what an answer may take; 60 by default")
    private long seconds = ReleaseReader.LIMIT.toSeconds();

    @Option(names = "--format", defaultValue = "table", description = "${COMPLETION-CANDIDATES}; table by default")
    private RowFormat format = RowFormat.table;

    @Mixin
    private Project project = new Project();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try (ReleaseReader reader = new ReleaseReader(project.currentDatabase(), Duration.ofSeconds(seconds))) {
            if (query == null) {
                return shell(reader);
            }
            ReleaseReader.Answer answer = reader.ask(query);
            PrintWriter out = out();
            format.print(out, answer.columns(), answer.numeric(), answer.rows());
            out.flush();
            return 0;
        }
    }

    private int shell(ReleaseReader reader) throws IOException {
        SqlSession session = new SqlSession(reader, format);
        try (Terminal terminal =
                TerminalBuilder.builder().system(true).dumb(true).build()) {
            if (!terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
                Path history = Path.of(System.getProperty("user.home"), ".tongcang_sql_history");
                new SqlShell(terminal, reader, session, history).run();
                return 0;
            }
        }
        return script(session, new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
    }

    /** Statements and commands line by line; the first that is refused ends it. */
    private int script(SqlSession session, BufferedReader lines) throws IOException {
        StringBuilder open = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            boolean isCommand = open.toString().isBlank() && line.strip().startsWith(".");
            if (isCommand && SqlSession.isEnd(line)) {
                return 0;
            }
            open.append(line).append('\n');
            if (isCommand || SqlText.isWhole(open.toString())) {
                print(session.answer(open.toString()));
                open.setLength(0);
            }
        }
        print(session.answer(open.toString()));
        return 0;
    }

    private void print(String answer) {
        out().print(answer);
        out().flush();
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }
}
