package tongcang.cli;

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

/** {@code run}: takes in what is new and publishes a release. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Takes in what is new in the input folders and publishes a release.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done, also with findings, and also when there was nothing new",
            "1:the job failed or was stopped; the release before is still current",
            "2:wrong usage, a wrong file of the operator, file names that cannot be read, or another run holds the lock",
            "143:ended by SIGTERM (130 by Ctrl-C); the next run goes on from there"
        })
final class RunCommand implements Callable<Integer> {
    @Parameters(paramLabel = "JOB", description = "name of a definition in jobs/, such as nightly")
    private String name = "";

    @Option(
            names = "--admit-fewer",
            paramLabel = "REASON",
            description = "publish also a release with fewer submissions or figures than the one before; the reason is"
                    + " written down in the ledger")
    private String admission = "";

    @Mixin
    private RunOptions options = new RunOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        return options.run(Objects.requireNonNull(spec).commandLine(), name, admission, Optional.empty());
    }
}
