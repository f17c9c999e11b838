package tongcang.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tongcang.InvalidFileException;
import tongcang.cli.print.RunSummary;
import tongcang.cli.print.TerminalProgress;
import tongcang.job.NightlyRun;
import tongcang.job.Reread;
import tongcang.job.definition.JobFile;
import tongcang.job.watch.Ending;
import tongcang.job.watch.LogLevel;
import tongcang.support.Printable;

/** The options of a command that runs a job, and the run. */
final class RunOptions {
    @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "day that names the release; today by default")
    private @Nullable LocalDate date;

    @Option(names = "--input", paramLabel = "DIR", description = "input folder, instead of the job's")
    private @Nullable Path input;

    @Mixin
    private Project project = new Project();

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

    /** Runs the job and prints what it did; returns the exit code. */
    int run(CommandLine line, String name, String admission, Optional<Reread> reread) {
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
            NightlyRun.Outcome outcome =
                    run.run(day, TerminalProgress.on(line.getErr(), quiet), logLevel, admission, reread);
            if (outcome.ending() == Ending.STOPPED
                    && reread.filter(Reread::preview).isPresent()) {
                line.getOut().print(previewed(outcome));
                line.getOut().flush();
                return 0;
            }
            line.getOut().print(new RunSummary(outcome).text());
            boolean ran = outcome.ending() == Ending.RELEASED || outcome.ending() == Ending.NOTHING_NEW;
            if (ran && reread.isPresent() && !outcome.reread().isAnything()) {
                line.getOut().println("没有要重新读取的报送件：没有符合条件的，或都已由现在的程序和表式读取（加 --all 也重读这些）");
            }
            line.getOut().flush();
            return exitCode(outcome.ending());
        }
    }

    private static String previewed(NightlyRun.Outcome outcome) {
        StringBuilder out = new StringBuilder("预览：没有入账，没有发布；去掉 --preview 再运行一次即生效\n");
        outcome.reread()
                .lines()
                .forEach(line -> out.append(Printable.line(line)).append("\n"));
        return out.toString();
    }

    private static int exitCode(Ending ending) {
        return switch (ending) {
            case RELEASED, NOTHING_NEW -> 0;
            case FAILED, STOPPED -> 1;
            case LOCKED -> 2;
        };
    }
}
