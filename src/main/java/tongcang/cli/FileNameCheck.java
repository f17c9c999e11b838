package tongcang.cli;

import picocli.CommandLine;
import tongcang.job.check.Check;
import tongcang.job.check.Doctor;

/** Keeps commands that take in files from starting where Java would garble the files' names. */
final class FileNameCheck {
    private FileNameCheck() {}

    /** Whether names are read as they are; where not, the operator is told in one line. */
    static boolean areReadable(CommandLine line) {
        Check names = Doctor.fileNames();
        if (names.health() != Check.Health.BAD) {
            return true;
        }
        line.getErr().println("tongcang: " + names.name() + "：" + names.found() + " → " + names.advice());
        return false;
    }
}
