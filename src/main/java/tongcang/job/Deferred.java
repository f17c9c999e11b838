package tongcang.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tongcang.Finding;
import tongcang.Reading;
import tongcang.Severity;
import tongcang.Submission;
import tongcang.job.watch.Deferral;
import tongcang.ledger.ReadSubmission;

/**
 * Which refusals may pass, and which submissions a run puts off for them. As parts are, they are noted in the run's folder, so
 * that a run that goes on knows them.
 *
 * @param folder of the run
 * @param tries of each submission in earlier runs, by id; none where it is not there
 * @param most tries after which a refusal is final
 */
record Deferred(Path folder, Map<String, Integer> tries, int most) {
    private static final String DEFERRED = "deferred";

    /** What another night, more memory or a password that the operator adds may mend. */
    private static final Set<String> PASSING = Set.of(
            "intake.gone",
            "workbook.too-slow",
            "workbook.out-of-memory",
            "workbook.encrypted",
            "report.too-slow",
            "report.out-of-memory");

    /** The submission as it is put off; empty where it was read, or is refused for good. */
    Optional<Deferral> of(ReadSubmission read) {
        int tried = tries.getOrDefault(read.submission().id(), 0) + 1;
        return tried >= most ? Optional.empty() : passing(read).map(f -> deferral(read.submission(), f, tried));
    }

    /** What goes into the ledger: a refusal that is final says how often it was tried. */
    ReadSubmission last(ReadSubmission read) {
        return most == 1 || passing(read).isEmpty()
                ? read
                : new ReadSubmission(
                        read.submission(),
                        new Reading(
                                List.of(),
                                read.reading().findings().stream()
                                        .map(this::last)
                                        .toList()));
    }

    private Finding last(Finding finding) {
        return !PASSING.contains(finding.rule())
                ? finding
                : new Finding(
                        finding.rule(),
                        finding.severity(),
                        finding.provenance(),
                        finding.found(),
                        finding.expected(),
                        finding.message() + "（已试读 " + most + " 次，不再试；改正后请放入新的收到日期目录）");
    }

    private static Optional<Finding> passing(ReadSubmission read) {
        return read.outcome().equals("refused")
                ? read.reading().findings().stream()
                        .filter(f -> PASSING.contains(f.rule()))
                        .findFirst()
                : Optional.empty();
    }

    private static Deferral deferral(Submission submission, Finding finding, int tried) {
        return new Deferral(
                submission.id(),
                submission.path(),
                submission.department(),
                submission.received().toString(),
                finding.rule(),
                finding.message(),
                tried);
    }

    /** A submission that could not be read again, so that its reading before counts; empty where it was read. */
    static Optional<Deferral> kept(ReadSubmission read) {
        return read.outcome().equals("refused")
                ? read.reading().findings().stream()
                        .filter(f -> f.severity() == Severity.ERROR)
                        .findFirst()
                        .map(f -> deferral(read.submission(), f, 1))
                : Optional.empty();
    }

    /** Notes what of a part could not be read again, before the part is sealed. */
    void noteKept(int part, List<Deferral> kept) throws IOException {
        note("kept", part, kept);
    }

    /** All that the run could not read again so far. */
    List<Deferral> kept() {
        return noted(folder, "kept");
    }

    /** Notes what of a part is put off, before the part is sealed. */
    void note(int part, List<Deferral> deferred) throws IOException {
        note(DEFERRED, part, deferred);
    }

    private void note(String name, int part, List<Deferral> noted) throws IOException {
        if (!noted.isEmpty()) {
            Deferral.write(folder.resolve(String.format(Locale.ROOT, "%s-%05d.jsonl", name, part)), noted);
        }
    }

    /** All that the run has put off so far. */
    List<Deferral> noted() {
        return noted(folder, DEFERRED);
    }

    /** The ids of what the run with this folder has put off so far. */
    static Set<String> ids(Path folder) {
        Set<String> ids = new HashSet<>();
        noted(folder, DEFERRED).forEach(d -> ids.add(d.id()));
        return ids;
    }

    private static List<Deferral> noted(Path folder, String name) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().matches(name + "-\\d+\\.jsonl"))
                    .sorted()
                    .flatMap(f -> Deferral.read(f).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
