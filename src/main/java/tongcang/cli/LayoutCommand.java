package tongcang.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tongcang.cli.print.TextTable;
import tongcang.warehouse.parts.KnownLayouts;

/** {@code layout}: the layouts of the sheets that were read, and where each stands. */
@Command(
        name = "layout",
        mixinStandardHelpOptions = true,
        subcommandsRepeatable = false,
        synopsisSubcommandLabel = "COMMAND",
        description = "Lists the layouts of the sheets in the ledger, and the sheets of one layout.")
final class LayoutCommand {
    @Spec
    private @Nullable CommandSpec spec;

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description =
                    "Lists the layouts that each department sent: count, title, file, first and last day received.")
    int list(@Mixin Project at) throws IOException {
        PrintWriter out = out();
        try (KnownLayouts layouts = new KnownLayouts(at.warehouse().resolve("ledger"))) {
            List<KnownLayouts.Kind> kinds = layouts.kinds();
            if (kinds.isEmpty()) {
                out.println("台账中还没有记下版式的表；请先运行 ./tongcang run nightly");
                out.flush();
                return 0;
            }
            TextTable table = new TextTable(
                    List.of("版式指纹", "部门", "标题", "最近的文件", "首次", "最近", "报送", "数值"),
                    List.of(false, false, false, false, false, false, true, true));
            kinds.forEach(k -> table.add(
                    k.fingerprint(),
                    k.department(),
                    k.title(),
                    k.path(),
                    k.first(),
                    k.last(),
                    k.submissions(),
                    k.figures()));
            out.print(table.text());
            out.println("共 " + kinds.size() + " 行");
        }
        out.flush();
        return 0;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Lists the sheets that have a layout, the latest first.",
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {"0:done", "2:wrong usage, or no such layout"})
    int show(
            @Mixin Project at,
            @Parameters(paramLabel = "ID", description = "its fingerprint, as layout list tells it") String id)
            throws IOException {
        PrintWriter out = out();
        try (KnownLayouts layouts = new KnownLayouts(at.warehouse().resolve("ledger"))) {
            List<KnownLayouts.Sheet> sheets = layouts.sheets(id);
            if (sheets.isEmpty()) {
                throw new ParameterException(
                        Objects.requireNonNull(spec).commandLine(), "台账中没有版式 " + id + "；版式指纹见 ./tongcang layout list");
            }
            TextTable table =
                    new TextTable(List.of("收到", "部门", "文件", "工作表", "数值"), List.of(false, false, false, false, true));
            sheets.forEach(s -> table.add(s.received(), s.department(), s.path(), s.sheet(), s.figures()));
            out.print(table.text());
            out.println("看懂的内容：./tongcang extract 文件 --layout");
        }
        out.flush();
        return 0;
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }
}
