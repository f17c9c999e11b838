package tongcang.job.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tongcang.Finding;
import tongcang.Provenance;
import tongcang.Severity;
import tongcang.Submission;
import tongcang.report.ReportReader;
import tongcang.support.Sha256;

/**
 * A delivered file whose content is known.
 *
 * @param file that a parser can open by its name
 * @param sha256 of its bytes, lower-case hex
 * @param size in bytes
 */
record Identified(Arrival arrival, Path file, String sha256, long size, Submission.Kind kind) {
    /** Reads a file and tells its kind. */
    static Identified of(Arrival arrival, Path links) throws IOException {
        String sha256 = Sha256.of(arrival.file());
        Path file = SourceName.isText(arrival.file()) ? arrival.file() : link(arrival, links);
        String shown = arrival.name().shown();
        boolean report = ReportReader.isReport(file, shown.substring(shown.lastIndexOf('/') + 1));
        return new Identified(
                arrival,
                file,
                sha256,
                Files.size(arrival.file()),
                report ? Submission.Kind.REPORT : Submission.Kind.WORKBOOK);
    }

    /** Parsers open files by a text, which cannot hold this name's bytes. */
    private static Path link(Arrival arrival, Path links) throws IOException {
        Files.createDirectories(links);
        Path link = links.resolve(
                Sha256.of(arrival.received() + "\n" + arrival.name().exact()));
        Files.deleteIfExists(link);
        return Files.createSymbolicLink(link, arrival.file().toAbsolutePath());
    }

    /**
     * Each as a submission, in their order. An id is made of day, path and content, as ever; where that makes one a second
     * time, what is no plain name, or comes later, has one of its exact name and department.
     */
    static List<Intake.Delivered> asSubmissions(List<Identified> all) {
        Set<String> ids = new HashSet<>();
        List<Intake.Delivered> delivered = new ArrayList<>();
        for (Identified each : all.stream().sorted(PLAIN_FIRST).toList()) {
            String id = each.id("");
            for (int nth = 0; !ids.add(id); nth++) {
                id = each.id("\n" + each.arrival.name().exact() + "\n" + each.arrival.department() + "\n" + nth);
            }
            delivered.add(each.as(id));
        }
        delivered.sort(Comparator.comparing(Intake.Delivered::submission, Intake.ORDER));
        return delivered;
    }

    private static final Comparator<Identified> PLAIN_FIRST = Comparator.comparing(
                    (Identified i) -> !i.arrival().name().isPlain())
            .thenComparing(i -> i.arrival().name().exact())
            .thenComparing(i -> i.arrival().department());

    private String id(String more) {
        return arrival.id(sha256, more);
    }

    private Intake.Delivered as(String id) {
        Submission submission = new Submission(
                id, arrival.name().shown(), arrival.department(), arrival.received(), sha256, size, kind);
        return new Intake.Delivered(submission, file, arrival, notes(submission), null);
    }

    /** What a person could not look up under the name shown. */
    private List<Finding> notes(Submission submission) {
        return SourceName.isText(arrival.file())
                ? List.of()
                : List.of(new Finding(
                        "intake.name",
                        Severity.INFO,
                        new Provenance.WholeFile(submission.fileName()),
                        "",
                        "",
                        "文件名或其目录名不是 UTF-8，按 GBK 显示，内容照常读取；请在解压或复制时选用正确的文件名编码"));
    }
}
