package tongcang.cli;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tongcang.job.schedule.Scheduler;
import tongcang.support.Printable;

/** {@code schedule}: stays and runs the jobs by their cron lines. */
@Command(
        name = "schedule",
        mixinStandardHelpOptions = true,
        description =
                "Stays and runs the jobs of jobs/*.yml by their cron lines, one at a time; a missed run is made up for,"
                        + " as the job's schedule.missed says. Stops on SIGTERM, after the chunk or step that runs.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "1:the port is taken",
            "2:wrong usage, or file names that cannot be read",
            "143:stopped by SIGTERM (130 by Ctrl-C)"
        })
final class ScheduleCommand implements Callable<Integer> {
    private static final int LAST_PORT = 65_535;

    @Option(
            names = "--port",
            defaultValue = "9464",
            description =
                    "port of the loopback address for /health and /metrics; 0 for none; ${DEFAULT-VALUE} by default")
    private int port = 9464;

    @Mixin
    private Project project = new Project();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        if (port < 0 || port > LAST_PORT) {
            throw new CommandLine.ParameterException(
                    line, "'--port' is " + port + "; expected 0 for none, or up to " + LAST_PORT);
        }
        if (!FileNameCheck.areReadable(line)) {
            return 2;
        }
        Scheduler scheduler = new Scheduler(project.root(), project.warehouseOption());
        try (Signal signal = Signal.stops(scheduler::stop)) {
            scheduler.run(port, told -> line.getOut().println(Printable.line(told)));
            return 0;
        } catch (IOException e) {
            line.getErr().println("tongcang: port " + port + " cannot be opened: " + e.getMessage());
            return 1;
        }
    }
}
