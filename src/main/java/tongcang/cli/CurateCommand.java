package tongcang.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tongcang.UnknownLabel;
import tongcang.UnknownName;
import tongcang.UnknownName.Kind;
import tongcang.coding.Codelists;
import tongcang.coding.Coder;
import tongcang.coding.Teaching;
import tongcang.curation.FilledSheet;
import tongcang.curation.QuestionSheet;
import tongcang.job.definition.JobFile;
import tongcang.warehouse.release.UnknownLabels;
import tongcang.warehouse.release.UnknownNames;
import tongcang.workbook.file.SheetTexts;

/** {@code curate}: asks a statistician what unknown labels mean, and takes up the answers. */
@Command(
        name = "curate",
        mixinStandardHelpOptions = true,
        description = {
            "Writes warehouse/curation/unknown-labels.xlsx: what the current release has no code for - labels, places,",
            "departments, units, members, and labels without a unit, a sheet each - to be filled in by a statistician and",
            "taken up with: tongcang curate apply FILE"
        })
final class CurateCommand implements Callable<Integer> {
    @Mixin
    private Project project = new Project();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Codelists lists = Codelists.load(project.codelists());
        List<UnknownLabel> labels = UnknownLabels.of(project.currentDatabase(), Coder.nearest(lists));
        Map<String, String> names = new LinkedHashMap<>();
        lists.indicators().forEach(i -> names.put(i.code(), i.name()));
        Path file = project.warehouse().resolve("curation").resolve("unknown-labels.xlsx");
        List<UnknownName> others = UnknownNames.of(project.currentDatabase(), nearest(lists));
        new QuestionSheet(names, lists.memberChoices(), lists.subjectChoices(), lists.unitChoices())
                .write(file, labels, others, offered(lists));
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println("指标表中没有的说法 " + labels.size() + " 种，涉及数值 "
                + labels.stream().mapToLong(UnknownLabel::figures).sum() + " 个");
        for (Kind kind : Kind.values()) {
            List<UnknownName> some =
                    others.stream().filter(n -> n.kind() == kind).toList();
            if (!some.isEmpty()) {
                out.println(said(kind) + " " + some.size() + " 种，涉及数值 "
                        + some.stream().mapToLong(UnknownName::figures).sum() + " 个");
            }
        }
        out.println("已写入 " + file);
        out.println("填好后运行：./tongcang curate apply " + file);
        return 0;
    }

    private static String said(Kind kind) {
        return kind == Kind.UNIT_OF_LABEL ? "没有写单位的指标" : "没有编码的" + kind.chinese();
    }

    private static BiFunction<Kind, String, List<String>> nearest(Codelists lists) {
        return (kind, name) -> switch (kind) {
            case REGION -> lists.regions().nearest(name);
            case DEPARTMENT -> lists.nearestDepartment(name).map(List::of).orElse(List.of());
            case UNIT, MEMBER, UNIT_OF_LABEL -> List.of();
        };
    }

    private static Map<Kind, List<String>> offered(Codelists lists) {
        return Map.of(
                Kind.REGION, lists.regions().choices(),
                Kind.DEPARTMENT, lists.departmentChoices(),
                Kind.UNIT, lists.simpleUnitChoices(),
                Kind.MEMBER, lists.memberChoices(),
                Kind.UNIT_OF_LABEL, lists.unitChoices());
    }

    /** {@code curate apply}: the answers become lines of the codelists. */
    @Command(
            name = "apply",
            mixinStandardHelpOptions = true,
            description = {
                "Turns a filled unknown-labels.xlsx into lines of seeds/codelists; all of it, or nothing where a row",
                "contradicts another row or the codelists. The next run re-codes all history."
            },
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {
                "0:taken up, or nothing filled in",
                "1:rows were refused and nothing was changed",
                "2:the file is not there, or is none that curate wrote"
            })
    int apply(@Parameters(paramLabel = "FILE", description = "the filled workbook") Path file, @Mixin Project where)
            throws IOException {
        JobFile job = where.job("nightly");
        FilledSheet filled = FilledSheet.of(
                file.toString(),
                SheetTexts.all(Project.existing(file), job.fileLimits()),
                UnknownLabels.of(where.currentDatabase(), label -> List.of()),
                UnknownNames.of(where.currentDatabase(), (kind, name) -> List.of()));
        Teaching.Taught taught = filled.refused().isEmpty()
                ? Teaching.apply(where.codelists(), filled.decisions(), filled.names())
                : new Teaching.Taught(List.of(), filled.refused());
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        taught.refused().forEach(r -> out.println((r.row() > 0 ? "第 " + r.row() + " 行：" : "") + r.reason()));
        taught.lines().forEach(out::println);
        if (!taught.refused().isEmpty()) {
            out.println("有 " + taught.refused().size() + " 行不能采用，代码表没有改动；请改正后重新运行");
            return 1;
        }
        out.println(taught.lines().isEmpty() ? "没有新的决定，代码表没有改动" : "已写入 " + where.codelists() + "；下次运行将重新编码全部历史");
        return 0;
    }
}
