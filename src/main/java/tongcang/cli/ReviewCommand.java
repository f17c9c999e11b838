package tongcang.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tongcang.HeldKind;
import tongcang.coding.Approvals;
import tongcang.curation.ReviewSheet;
import tongcang.curation.ReviewedSheet;
import tongcang.job.definition.JobFile;
import tongcang.warehouse.release.HeldKinds;
import tongcang.workbook.file.SheetTexts;

/** {@code review}: asks a person about what is held, and takes up the approvals. */
@Command(
        name = "review",
        mixinStandardHelpOptions = true,
        description = {
            "Writes warehouse/review/held.xlsx: what the current release holds back because its reading is not sure enough,",
            "a line for each kind of sheet and reason, to be filled in and taken up with: tongcang review apply FILE"
        })
final class ReviewCommand implements Callable<Integer> {
    @Mixin
    private Project project = new Project();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        List<HeldKind> held = HeldKinds.of(project.currentDatabase());
        Path file = project.warehouse().resolve("review").resolve("held.xlsx");
        ReviewSheet.write(file, held);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println("待定的数值 " + held.stream().mapToLong(HeldKind::figures).sum() + " 个，共 " + held.size() + " 类");
        out.println("已写入 " + file);
        out.println("填好后运行：./tongcang review apply " + file);
        return 0;
    }

    /** {@code review apply}: the approvals become lines of the decisions. */
    @Command(
            name = "apply",
            mixinStandardHelpOptions = true,
            description = {
                "Turns a filled held.xlsx into lines of seeds/decisions/approvals.csv; all of it, or nothing where a row",
                "cannot be taken up. The next run shows what was approved; no source is read again."
            },
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {
                "0:taken up, or nothing filled in",
                "1:rows were refused and nothing was changed",
                "2:the file is not there, or is none that review wrote"
            })
    int apply(@Parameters(paramLabel = "FILE", description = "the filled workbook") Path file, @Mixin Project where)
            throws IOException {
        JobFile job = where.job("nightly");
        ReviewedSheet filled = ReviewedSheet.of(
                file.toString(),
                SheetTexts.first(Project.existing(file), job.fileLimits()),
                HeldKinds.of(where.currentDatabase()),
                LocalDate.now(ZoneId.of(job.schedule().zone())));
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        filled.refused().forEach(r -> out.println("第 " + r.row() + " 行：" + r.reason()));
        if (!filled.refused().isEmpty()) {
            out.println("有 " + filled.refused().size() + " 行不能采用，没有改动任何文件；请改正后重新运行");
            return 1;
        }
        Path seeds = Objects.requireNonNull(where.codelists().getParent());
        int added = Approvals.add(seeds, filled.approvals());
        out.println(
                added == 0
                        ? "没有新的裁定，没有改动任何文件"
                        : "已在 " + seeds.resolve(Approvals.FILE) + " 中添加 " + added + " 行；下次运行即采用，不必重读来源");
        return 0;
    }
}
