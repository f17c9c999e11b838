package tongcang.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tongcang.cli.print.FindingLines;
import tongcang.cli.print.Reminders;
import tongcang.cli.print.TextTable;
import tongcang.job.Overdue;
import tongcang.job.definition.JobFile;
import tongcang.job.definition.Seeds;
import tongcang.job.watch.Deferral;
import tongcang.job.watch.RunRecord;
import tongcang.support.Printable;
import tongcang.warehouse.release.Arrivals;
import tongcang.warehouse.release.ReleaseSummary;
import tongcang.warehouse.release.Releases;

/** {@code status}: the current release, the last runs, submissions and findings by department, and what is overdue. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description =
                "Shows the current release, the last runs, submissions and findings by department, and what is overdue.")
final class StatusCommand implements Callable<Integer> {
    private static final int LAST_RUNS = 5;

    @Option(
            names = "--date",
            paramLabel = "YYYY-MM-DD",
            description = "day on which what is overdue is counted; today by default")
    private @Nullable LocalDate date;

    @Mixin
    private Project project = new Project();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Path warehouse = project.warehouse();
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Releases releases = new Releases(warehouse);
        Optional<String> current = releases.current();
        out.println("当前发布版  " + current.orElse("（尚无；请先运行 ./tongcang run nightly）"));
        runs(out, RunRecord.all(warehouse));
        current.ifPresent(id -> departments(out, ReleaseSummary.of(releases.database(id))));
        current.ifPresent(id -> out.print(strangers(releases.database(id))));
        List<Deferral> deferred = Deferral.all(warehouse);
        out.print(Reminders.deferred(deferred));
        current.ifPresent(id -> out.print(Reminders.text(overdue(releases.database(id), deferred))));
        out.flush();
        return 0;
    }

    private String strangers(Path database) {
        try (Arrivals arrivals = new Arrivals(database)) {
            List<String> names = arrivals.unknownDepartments();
            if (names.isEmpty()) {
                return "";
            }
            Seeds seeds = Seeds.load(Objects.requireNonNull(project.codelists().getParent()));
            return names.stream()
                    .flatMap(name -> seeds.unknown(name).stream())
                    .map(line -> Printable.line(line) + "\n")
                    .collect(Collectors.joining());
        }
    }

    private List<Overdue> overdue(Path database, List<Deferral> deferred) {
        JobFile job = project.job("nightly");
        LocalDate day = date == null ? LocalDate.now(ZoneId.of(job.schedule().zone())) : date;
        return Overdue.on(day, job.deadlines(), database, deferred);
    }

    private static void runs(PrintWriter out, List<RunRecord> runs) {
        TextTable table =
                new TextTable(List.of("开始", "结束", "状态", "收取", "发布版"), List.of(false, false, false, true, false));
        runs.subList(Math.max(0, runs.size() - LAST_RUNS), runs.size())
                .forEach(r -> table.add(second(r.started()), second(r.ended()), r.status(), r.fresh(), r.release()));
        out.println("\n最近的运行\n" + table.text());
    }

    private static String second(String instant) {
        return instant.replaceAll("\\.\\d+", "");
    }

    private static void departments(PrintWriter out, ReleaseSummary summary) {
        TextTable table = new TextTable(
                List.of("部门", "报送件", "退回", "数值", "强制性", "核实性", "提示", "最近收到"),
                List.of(false, true, true, true, true, true, true, false));
        for (ReleaseSummary.Department d : summary.departments()) {
            table.add(
                    d.name(),
                    d.submissions(),
                    d.refused(),
                    d.figures(),
                    d.errors(),
                    d.warnings(),
                    d.notes(),
                    d.lastReceived());
        }
        out.println("各部门报送和审核发现\n" + table.text());
        if (summary.held() > 0) {
            out.println("待定的数值 " + summary.held() + " 个：读法不够可靠，暂不采用；用 ./tongcang review 处理");
        }
        out.print(FindingLines.text(summary.kinds()));
        out.println("逐条查看：./tongcang sql \"SELECT department_name, severity, place, message FROM fact_finding\"");
    }
}
