package tongcang.cli;

import java.io.IOException;
import java.io.PrintWriter;
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
            Path source = Project.existing(file);
            Readers readers = Readers.of(project);
            List<String> drafts =
                    readers.workbooks().drafts(source, source.getFileName().toString(), readers.rows()::indicator);
            PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
            out.print(drafts.isEmpty() ? "# no table was found; see: tongcang extract --explain\n" : "");
            drafts.forEach(draft -> out.println(draft));
            out.flush();
            return 0;
        }
    }
}
