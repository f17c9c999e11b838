package tongcang.cli.sql;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jline.builtins.Less;
import org.jline.builtins.Source;
import org.jline.reader.Completer;
import org.jline.reader.EOFError;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.reader.impl.completer.StringsCompleter;
import org.jline.terminal.Terminal;
import tongcang.warehouse.database.WarehouseException;
import tongcang.warehouse.release.ReleaseReader;

/** The shell at a terminal: history, completion of names, statements of several lines, long answers page by page. */
public final class SqlShell {
    private static final List<String> COMMANDS = List.of(".help", ".quit", ".schema", ".tables", ".format");

    /** A line goes on until its statement ends; points begin commands, which are one line. */
    private static final class StatementParser extends DefaultParser {
        @Override
        public ParsedLine parse(String line, int cursor, ParseContext context) {
            boolean whole = line.isBlank() || line.strip().startsWith(".") || SqlText.isWhole(line);
            if (context == ParseContext.ACCEPT_LINE && !whole) {
                throw new EOFError(-1, -1, "the statement goes on", "");
            }
            return super.parse(line, cursor, context == ParseContext.ACCEPT_LINE ? ParseContext.COMPLETE : context);
        }
    }

    private final Terminal terminal;
    private final SqlSession session;
    private final LineReader lines;

    public SqlShell(Terminal terminal, ReleaseReader reader, SqlSession session, Path history) {
        this.terminal = terminal;
        this.session = session;
        this.lines = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("tongcang")
                .parser(new StatementParser())
                .completer(names(reader))
                .variable(LineReader.HISTORY_FILE, history)
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "      ... ")
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
    }

    /** Reads and answers until the end; Ctrl-C gives up the line, Ctrl-D ends. */
    public void run() {
        terminal.writer().println("tongcang sql: .help for help, .tables for tables, Ctrl-D ends");
        while (true) {
            try {
                String line = lines.readLine("tongcang> ");
                if (SqlSession.isEnd(line)) {
                    return;
                }
                show(answer(line));
            } catch (UserInterruptException e) {
                terminal.writer().println();
            } catch (EndOfFileException e) {
                return;
            }
        }
    }

    private String answer(String line) {
        try {
            return session.answer(line);
        } catch (WarehouseException e) {
            return String.valueOf(e.getMessage()).strip() + "\n";
        }
    }

    /** An answer higher than the screen is shown in a pager: arrows, space, / to search, q ends. */
    private void show(String answer) {
        int height = terminal.getSize().getRows();
        if (height <= 0 || answer.lines().count() < height) {
            terminal.writer().print(answer);
            terminal.flush();
            return;
        }
        try {
            Less less = new Less(terminal, Path.of(""));
            less.chopLongLines = true;
            less.run(new Source.InputStreamSource(
                    new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)), true, "answer"));
        } catch (IOException e) {
            terminal.writer().print(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Completer names(ReleaseReader reader) {
        List<String> names = new ArrayList<>(COMMANDS);
        reader.ask(
                        "SELECT DISTINCT unnest([table_name, column_name]) FROM duckdb_columns() WHERE NOT internal ORDER BY 1")
                .rows()
                .forEach(row -> names.add(String.valueOf(row.get(0))));
        return new StringsCompleter(names);
    }
}
