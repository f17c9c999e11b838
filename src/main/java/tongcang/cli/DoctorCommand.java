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
import picocli.CommandLine.Spec;
import tongcang.job.check.Check;
import tongcang.job.check.Doctor;
import tongcang.support.Printable;

/** {@code doctor}: looks at everything a run needs and says what to do. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description =
                "Looks at Java, disk, permissions, jobs, codelists, the lock, the ledger and the current release, and says what"
                        + " to do; changes nothing.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:a run can start", "1:something must be mended first"})
final class DoctorCommand implements Callable<Integer> {
    @Option(
            names = "--deep",
            description = "hash every file of the ledger, also what nobody touched since the last run")
    private boolean deep;

    @Mixin
    private Project project = new Project();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        List<Check> checks = new Doctor(project.root(), project.warehouseOption(), deep).examine();
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        for (Check check : checks) {
            out.println(check.health().chinese() + "  " + check.name() + "：" + Printable.line(check.found()));
            if (!check.advice().isEmpty()) {
                out.println("      → " + Printable.line(check.advice()));
            }
        }
        long bad = checks.stream().filter(c -> c.health() == Check.Health.BAD).count();
        out.println(bad == 0 ? "可以运行" : bad + " 处故障，排除后再运行");
        out.flush();
        return bad == 0 ? 0 : 1;
    }
}
