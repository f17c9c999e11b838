package tongcang.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Reads workbooks and work reports of a statistics bureau into a versioned time-series warehouse. */
@Command(
        name = "tongcang",
        mixinStandardHelpOptions = true,
        description = "Reads workbooks and work reports of a statistics bureau into a versioned time-series warehouse.",
        subcommands = {ExtractCommand.class})
public final class Tongcang {

    private Tongcang() {}

    /** Exit status: 0 done, also with findings; 1 the job failed; 2 wrong usage or a wrong operator file. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Tongcang()).execute(args));
    }
}
