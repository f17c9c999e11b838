package tongcang.workbook;

import java.nio.file.Path;
import java.util.List;
import tongcang.Finding;
import tongcang.Limits;
import tongcang.Provenance;
import tongcang.Reading;
import tongcang.Severity;
import tongcang.quantity.Units;

/** Reads the figures of a department's workbook. */
public final class WorkbookReader {
    private final Units units;
    private final Limits limits;

    public WorkbookReader(Units units, Limits limits) {
        this.units = units;
        this.limits = limits;
    }

    /** Reads one file; a file that cannot be read ends as a finding. {@code fileName} is the name as delivered. */
    public Reading read(Path file, String fileName) throws java.io.IOException {
        return new Reading(
                List.of(),
                List.of(new Finding(
                        "workbook.unread", Severity.ERROR, new Provenance.WholeFile(fileName), "", "", "尚未实现")));
    }
}
