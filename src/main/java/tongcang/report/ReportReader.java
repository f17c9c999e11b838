package tongcang.report;

import java.nio.file.Path;
import java.util.List;
import tongcang.Finding;
import tongcang.Limits;
import tongcang.Provenance;
import tongcang.Reading;
import tongcang.Severity;
import tongcang.quantity.Units;

/** Reads the figures of a work report (政府工作报告). */
public final class ReportReader {
    private final Units units;

    public ReportReader(Units units, Limits limits) {
        this.units = units;
    }

    /** Reads one file; a file that cannot be read ends as a finding. {@code fileName} is the name as delivered. */
    public Reading read(Path file, String fileName) {
        return new Reading(
                List.of(),
                List.of(new Finding(
                        "report.unread", Severity.ERROR, new Provenance.WholeFile(fileName), "", "", "尚未实现")));
    }
}
