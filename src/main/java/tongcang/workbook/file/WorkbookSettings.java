package tongcang.workbook.file;

import java.util.List;

/**
 * How an operator wants workbooks to be read.
 *
 * @param hidden whether hidden rows, columns and sheets are read; either way they are reported
 * @param passwords tried in their order on files with a password; they come from the environment, never from a file
 */
public record WorkbookSettings(boolean hidden, List<String> passwords) {

    /** Hidden cells are read; a file with a password is refused. */
    public static final WorkbookSettings DEFAULT = new WorkbookSettings(true, List.of());

    public WorkbookSettings {
        passwords = List.copyOf(passwords);
    }

    /** Without the passwords: they are nobody's to see. */
    @Override
    public String toString() {
        return "WorkbookSettings[hidden=" + hidden + ", passwords=" + passwords.size() + "]";
    }
}
