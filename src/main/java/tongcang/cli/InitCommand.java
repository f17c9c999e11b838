package tongcang.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tongcang.job.definition.NewBureau;

/** {@code init}: a new folder with all that another bureau needs. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description =
                "Sets up a new folder for a bureau: its job, codelists, rules and an empty tray. Run it with --project.")
final class InitCommand implements Callable<Integer> {
    @Option(
            names = "--bureau",
            required = true,
            paramLabel = "CODE",
            description = "code of the bureau's region (GB/T 2260), such as 411000")
    private String bureau = "";

    @Parameters(paramLabel = "DIR", arity = "0..1", description = "folder to make; by default bureau-CODE")
    private @Nullable Path folder;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path seeds = new Project().root().resolve("seeds");
        Path into = folder != null ? folder : Path.of("bureau-" + bureau);
        NewBureau made = new NewBureau(seeds, bureau);
        made.into(into);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println("已为" + made.name() + "（" + bureau + "）建立 " + into + "，说明见其中的 README.md");
        out.println("把文件放进 " + into.resolve("input") + "（收到日期/部门/文件），然后运行：./tongcang run nightly --project " + into);
        out.flush();
        return 0;
    }
}
