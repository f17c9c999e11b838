package tongcang.cli;

import java.time.LocalDate;
import picocli.CommandLine.ParameterException;

/** A command line that is no command, in one line; a day that is none in the operator's words. */
final class WrongUsage {
    private WrongUsage() {}

    static String told(ParameterException e) {
        boolean isDay =
                e.getArgSpec() != null && LocalDate.class.equals(e.getArgSpec().type());
        return isDay && e.getValue() != null
                ? "“" + e.getValue() + "”不是日期；应写成如 2023-07-20"
                : e.getMessage() + "; see: "
                        + e.getCommandLine().getCommandSpec().qualifiedName() + " --help";
    }
}
