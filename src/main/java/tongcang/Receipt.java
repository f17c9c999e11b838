package tongcang;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What a department gets back (回执): each of its files with what became of it, and all that was found in them.
 *
 * @param department the department's name
 * @param files newest first
 * @param findings in the order of the files, the gravest of a file first
 */
public record Receipt(String department, List<File> files, List<Found> findings) {

    public Receipt {
        Objects.requireNonNull(department, "department");
        files = List.copyOf(files);
        findings = List.copyOf(findings);
    }

    /**
     * One delivered file.
     *
     * @param path relative to the input folder
     * @param outcome {@code taken}, {@code refused}, {@code empty}, {@code set_aside}, {@code excluded}, or {@code deferred}:
     *     to be read once more
     * @param figures numbers read in it
     * @param observations facts that were made of them
     * @param findings how many findings it has
     */
    public record File(
            String path, LocalDate received, String outcome, long figures, long observations, long findings) {}

    /**
     * One finding.
     *
     * @param path of the file, relative to the input folder
     * @param place where in the file
     * @param found what stands there
     * @param expected what would be right, or empty
     * @param message what to mend, and where
     */
    public record Found(String path, Severity severity, String place, String found, String expected, String message) {}
}
