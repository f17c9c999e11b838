package tongcang.cli;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tongcang.job.Reread;

/** {@code reread}: reads submissions again that an older reader read, and publishes a release. */
@Command(
        name = "reread",
        mixinStandardHelpOptions = true,
        description = {
            "Reads submissions again that an older reader read, and publishes a release.",
            "An older reader: before an update, a form, a unit or a password. The new reading counts; the ledger keeps the"
                    + " ones before. It is a run: what is new in the input folders is taken in too.",
            "What could not be read again, or whose file is no longer there, keeps its reading and is named."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done, also where nothing was to be read again",
            "1:the job failed or was stopped; the release before is still current",
            "2:wrong usage, a wrong file of the operator, or another run holds the lock"
        })
final class RereadCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "JOB",
            defaultValue = "nightly",
            description = "name of a definition in jobs/; ${DEFAULT-VALUE} by default")
    private String name = "";

    @Option(
            names = "--department",
            paramLabel = "D",
            description = "only those of a department: its name, alias or code")
    private @Nullable String department;

    @Option(names = "--since", paramLabel = "YYYY-MM-DD", description = "only those received on this day or later")
    private @Nullable LocalDate since;

    @Option(
            names = "--layout",
            paramLabel = "ID",
            description = "only those with a sheet of this layout, as layout list tells it")
    private @Nullable String layout;

    @Option(names = "--all", description = "also those that the same reader has read")
    private boolean all;

    @Option(names = "--preview", description = "only tell what would change; nothing is taken in or released")
    private boolean preview;

    @Mixin
    private RunOptions options = new RunOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        return options.run(
                Objects.requireNonNull(spec).commandLine(),
                name,
                "",
                Optional.of(new Reread(department, since, layout, all, preview)));
    }
}
