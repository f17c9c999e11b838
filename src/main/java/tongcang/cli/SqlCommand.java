package tongcang.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tongcang.warehouse.ReleaseReader;

/** {@code sql}: asks the current release. */
@Command(
        name = "sql",
        mixinStandardHelpOptions = true,
        description = "Asks the current release; read-only, with nothing outside it in reach.")
final class SqlCommand implements Callable<Integer> {
    @Parameters(paramLabel = "QUERY", description = "one SELECT")
    private String query = "";

    @Option(names = "--format", defaultValue = "table", description = "${COMPLETION-CANDIDATES}; table by default")
    private RowFormat format = RowFormat.table;

    @Mixin
    private Project project = new Project();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        try (ReleaseReader reader = new ReleaseReader(project.currentDatabase())) {
            ReleaseReader.Answer answer = reader.ask(query);
            PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
            List<List<@Nullable String>> rows = answer.rows();
            format.print(out, answer.columns(), answer.numeric(), rows);
            out.flush();
            return 0;
        }
    }
}
