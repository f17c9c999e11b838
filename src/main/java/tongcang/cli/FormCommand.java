package tongcang.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tongcang.InvalidFileException;
import tongcang.coding.Coder;
import tongcang.job.JobFile;
import tongcang.job.Seeds;
import tongcang.workbook.WorkbookReader;

/** {@code form}: declarations of official forms. */
@Command(
        name = "form",
        mixinStandardHelpOptions = true,
        description = "Works on declarations of official forms, seeds/forms/*.yml.",
        subcommands = FormCommand.Draft.class)
final class FormCommand {

    /** {@code form draft}: a first declaration, for a person to correct. */
    @Command(
            name = "draft",
            mixinStandardHelpOptions = true,
            description = "Prints a first declaration of each table in a workbook, from what was understood of it.")
    static final class Draft implements Callable<Integer> {
        @Parameters(paramLabel = "FILE", description = "a workbook in the form's layout")
        private @Nullable Path file;

        @Mixin
        private Project project = new Project();

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            Path source = Objects.requireNonNull(file);
            if (!Files.isRegularFile(source)) {
                throw new InvalidFileException(source.toString(), 0, "no such file");
            }
            JobFile job = project.job("nightly");
            Seeds seeds = Seeds.load(project.root().resolve(job.seeds()));
            FigureRow rows = new FigureRow(
                    new Coder(seeds.codelists(), job.region()),
                    seeds.codelists().units());
            List<String> drafts = new WorkbookReader(
                            seeds.codelists().units(), job.fileLimits(), job.workbookSettings(), seeds.forms())
                    .drafts(source, source.getFileName().toString(), rows::indicator);
            PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
            out.print(drafts.isEmpty() ? "# no table was found; see: tongcang extract --explain\n" : "");
            drafts.forEach(draft -> out.println(draft));
            out.flush();
            return 0;
        }
    }
}
