package tongcang.job.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tongcang.Finding;
import tongcang.Provenance;
import tongcang.Severity;
import tongcang.Submission;
import tongcang.report.ReportReader;

/** Tells which content a department delivered before (重复报送). */
final class Repeats {

    /** What is delivered under one key are versions of one file. */
    private record Versions(String department, String label, ReportReader.Known known) {}

    private record Copies(String department, String sha256) {}

    /** Examples in a line. */
    private static final int NAMED = 5;

    private final Map<Versions, Submission> last = new HashMap<>();
    private final Map<Copies, Submission> first = new HashMap<>();

    private Repeats() {}

    /**
     * The same list with what is repeated in it. A version with the content of the version before it repeats that; where
     * another came between it does not: A, B and A again takes B back. The same content under another name is noted.
     *
     * @param delivered in order of their days
     */
    static List<Intake.Delivered> told(List<Intake.Delivered> delivered) {
        Repeats repeats = new Repeats();
        return delivered.stream().map(repeats::told).toList();
    }

    private Intake.Delivered told(Intake.Delivered each) {
        Submission submission = each.submission();
        Arrival arrival = each.arrival();
        @Nullable
        Submission before =
                last.put(new Versions(submission.department(), arrival.label(), arrival.known()), submission);
        if (before != null) {
            boolean same = before.sha256().equals(submission.sha256());
            return same ? new Intake.Delivered(submission, each.file(), arrival, each.notes(), before) : each;
        }
        @Nullable
        Submission copied = first.putIfAbsent(new Copies(submission.department(), submission.sha256()), submission);
        if (copied == null || submission.size() == 0) {
            return each;
        }
        List<Finding> notes = new ArrayList<>(each.notes());
        notes.add(note(submission, copied));
        return new Intake.Delivered(submission, each.file(), arrival, notes, null);
    }

    /** A line for the operator; the newest are named. */
    static String skipped(List<Intake.Delivered> skipped) {
        int named = Math.min(NAMED, skipped.size());
        String paths = skipped.subList(skipped.size() - named, skipped.size()).stream()
                .map(d -> d.submission().path())
                .collect(Collectors.joining("、"));
        return paths + (skipped.size() > named ? " 等 " + skipped.size() + " 件" : "") + "：重复报送（文件名和内容都与上一次报送相同），不再收取";
    }

    private static Finding note(Submission submission, Submission copied) {
        return new Finding(
                "intake.repeated",
                Severity.INFO,
                new Provenance.WholeFile(submission.fileName()),
                copied.path(),
                "",
                "重复报送：内容与 " + copied.path() + " 完全相同，两份都已采用；如是误报，请告知统计局");
    }
}
