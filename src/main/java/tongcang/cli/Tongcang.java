package tongcang.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import tongcang.support.Printable;
import tongcang.workbook.file.Scratch;

/** Reads workbooks and work reports of a statistics bureau into a versioned time-series warehouse. */
@Command(
        name = "tongcang",
        mixinStandardHelpOptions = true,
        versionProvider = Tongcang.Version.class,
        description = "Reads workbooks and work reports of a statistics bureau into a versioned time-series warehouse.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done, also with findings, and also when there was nothing new",
            "1:the job failed or was stopped, or doctor found a fault; the release before is still current",
            "2:wrong usage, a wrong file of the operator, one that cannot be read or written, or another run holds the lock",
            "143:ended by SIGTERM (130 by Ctrl-C); the next run goes on from there"
        },
        subcommands = {
            RunCommand.class,
            RereadCommand.class,
            ScheduleCommand.class,
            ExtractCommand.class,
            FormCommand.class,
            LayoutCommand.class,
            SqlCommand.class,
            StatusCommand.class,
            ReleaseCommand.class,
            LedgerCommand.class,
            DoctorCommand.class,
            CurateCommand.class,
            InitCommand.class,
            ReviewCommand.class
        })
public final class Tongcang {

    private Tongcang() {}

    /** Exit status: 0 done, also with findings; 1 the job failed; 2 wrong usage, or a file that is wrong or cannot be used. */
    public static void main(String[] args) {
        Scratch.anywhere();
        try {
            System.exit(commandLine().execute(args));
        } catch (OutOfMemoryError e) {
            end("运行失败：内存不足，当前发布版不受影响；请用 TONGCANG_OPTS=-Xmx2g 之类加大内存后再次运行");
        }
    }

    /** Ends at once: threads that still read or write would keep a process without its main thread alive for good. */
    private static void end(String told) {
        try {
            System.err.println(told);
        } finally {
            Runtime.getRuntime().halt(1);
        }
    }

    /** The commands, with what a user sees of a failure: one line, and no stack trace for a mistake of the operator. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Tongcang());
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((e, args) -> {
            CommandLine command = e.getCommandLine();
            command.getErr().println("tongcang: " + Printable.line(WrongUsage.told(e)));
            return command.getCommandSpec().exitCodeOnInvalidInput();
        });
        line.setExecutionExceptionHandler((e, command, parsed) -> {
            Optional<String> mistake = Mistake.told(e);
            mistake.ifPresent(told -> command.getErr().println("tongcang: " + Printable.line(told)));
            if (mistake.isPresent()) {
                return 2;
            }
            e.printStackTrace(command.getErr());
            return 1;
        });
        return line;
    }

    /** The version that the jar carries. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Tongcang.class.getPackage().getImplementationVersion();
            return new String[] {"tongcang " + (version == null ? "development" : version)};
        }
    }
}
