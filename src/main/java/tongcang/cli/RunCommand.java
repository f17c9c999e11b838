package tongcang.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tongcang.InvalidFileException;
import tongcang.cli.print.RunSummary;
import tongcang.cli.print.TerminalProgress;
import tongcang.job.NightlyRun;
import tongcang.job.definition.JobFile;
import tongcang.job.watch.Ending;
import tongcang.job.watch.LogLevel;

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

    @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "day that names the release; today by default")
    private @Nullable LocalDate date;

    @Option(names = "--input", paramLabel = "DIR", description = "input folder, instead of the job's")
    private @Nullable Path input;

    @Option(
            names = "--admit-fewer",
            paramLabel = "REASON",
            description = "publish also a release with fewer submissions or figures than the one before; the reason is"
                    + " written down in the ledger")
    private String admission = "";

    @Mixin
    private Project project = new Project();

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-q", "--quiet"},
            description = "no progress, only the summary")
    private boolean quiet;

    @Option(
            names = "--log-level",
            paramLabel = "LEVEL",
            defaultValue = "INFO",
            description = "how much the run's log in WAREHOUSE/logs tells: ${COMPLETION-CANDIDATES}; INFO by default")
    private LogLevel logLevel = LogLevel.INFO;

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        if (!FileNameCheck.areReadable(line)) {
            return 2;
        }
        if (input != null && !Files.isDirectory(input)) {
            throw new InvalidFileException(input.toString(), 0, "没有这个报送目录；请核对 --input");
        }
        JobFile job = project.job(name);
        LocalDate day = date == null ? LocalDate.now(ZoneId.of(job.schedule().zone())) : date;
        NightlyRun run = new NightlyRun(project.root(), job, input, project.warehouseOption());
        try (Signal signal = Signal.stops(run::stop)) {
            NightlyRun.Outcome outcome = run.run(day, TerminalProgress.on(line.getErr(), quiet), logLevel, admission);
            line.getOut().print(new RunSummary(outcome).text());
            line.getOut().flush();
            return exitCode(outcome.ending());
        }
    }

    private static int exitCode(Ending ending) {
        return switch (ending) {
            case RELEASED, NOTHING_NEW -> 0;
            case FAILED, STOPPED -> 1;
            case LOCKED -> 2;
        };
    }
}
