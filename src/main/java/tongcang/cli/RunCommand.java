package tongcang.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tongcang.job.JobFile;
import tongcang.job.NightlyRun;

/** {@code run}: takes in what is new and publishes a release. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Takes in what is new in the input folders and publishes a release.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done, also with findings, and also when there was nothing new",
            "1:the job failed or was stopped; the release before is still current",
            "2:wrong usage, a wrong operator's file, or another run holds the lock"
        })
final class RunCommand implements Callable<Integer> {
    @Parameters(paramLabel = "JOB", description = "name of a definition in jobs/, such as nightly")
    private String name = "";

    @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "day that names the release; today by default")
    private @Nullable LocalDate date;

    @Option(names = "--input", paramLabel = "DIR", description = "input folder, instead of the job's")
    private @Nullable Path input;

    @Mixin
    private Project project = new Project();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        JobFile job = project.job(name);
        LocalDate day = date == null ? LocalDate.now(ZoneId.of(job.schedule().zone())) : date;
        NightlyRun.Outcome outcome = new NightlyRun(project.root(), job, input, project.warehouseOption()).run(day);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.print(new RunSummary(outcome).text());
        out.flush();
        return switch (outcome.ending()) {
            case RELEASED, NOTHING_NEW -> 0;
            case FAILED, STOPPED -> 1;
            case LOCKED -> 2;
        };
    }
}
