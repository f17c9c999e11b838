package tongcang;

import java.time.LocalDate;
import java.util.Objects;

/**
 * One delivered file (报送件), as it was received.
 *
 * @param id stable and unique: made of the received date, the path and the content's hash
 * @param path relative to the input folder, with {@code /}
 * @param department the department's name as the folder has it; the report's issuer for a report
 * @param received the day it was received
 * @param sha256 of its bytes, lower-case hex
 * @param size in bytes
 * @param kind which reader it goes to
 */
public record Submission(
        String id, String path, String department, LocalDate received, String sha256, long size, Kind kind) {

    /** Which reader a submission goes to. */
    public enum Kind {
        /** Running text: a work report. */
        REPORT,
        /** A table file. */
        WORKBOOK
    }

    public Submission {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(department, "department");
        Objects.requireNonNull(received, "received");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(kind, "kind");
    }

    /** The file's own name, without its folders. */
    public String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
