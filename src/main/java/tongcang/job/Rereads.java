package tongcang.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tongcang.Submission;
import tongcang.coding.Codelists;
import tongcang.job.intake.Intake;
import tongcang.job.watch.Deferral;
import tongcang.job.watch.RereadTold;
import tongcang.ledger.Generations;
import tongcang.ledger.Sources;
import tongcang.ledger.chain.Reader;
import tongcang.warehouse.parts.LedgerSubmissions;
import tongcang.warehouse.parts.RereadChanges;

/**
 * What a run reads again.
 *
 * @param reader who reads in this run
 * @param again submissions with the files that they were, by day and path
 * @param refused ids of submissions that were refused before
 * @param gone what is wanted and cannot be read again, with the reason, in Chinese
 * @param older how many others an older reader read, whose files are still there
 */
record Rereads(Reader reader, List<Intake.Delivered> again, Set<String> refused, List<String> gone, int older) {
    /** What another reader of the same program and forms can mend by its passwords alone. */
    private static final String LOCKED = "workbook.encrypted";

    Rereads {
        again = List.copyOf(again);
        refused = Set.copyOf(refused);
        gone = List.copyOf(gone);
    }

    /** How it went. */
    RereadTold told(List<RereadChanges.Change> changes, List<Deferral> kept) {
        List<Deferral> lost =
                kept.stream().filter(d -> !refused.contains(d.id())).toList();
        return new RereadTold(changes, lost, kept.size() - lost.size(), gone, older);
    }

    /** Finds what is to be read again, and where its files are. */
    static final class Search {
        private final RunPlan.Paths paths;
        private final Reader reader;
        private final Generations generations;
        private final Map<String, Intake.Delivered> byId = new HashMap<>();
        private final Map<String, Path> byHash = new HashMap<>();
        private final Intake intake;
        private final Sources sources;

        Search(
                RunPlan.Paths paths,
                Reader reader,
                Generations generations,
                Intake intake,
                List<Intake.Delivered> delivered) {
            this.paths = paths;
            this.reader = reader;
            this.generations = generations;
            this.intake = intake;
            this.sources = new Sources(paths.sources());
            for (Intake.Delivered each : delivered) {
                byId.put(each.submission().id(), each);
                byHash.put(each.submission().sha256(), each.file());
            }
        }

        /**
         * Looks through the submissions of the ledger; where nothing is wanted and nobody else has read any, not even that.
         *
         * @param held their ids, without those that were withdrawn
         */
        Rereads of(Set<String> held, Optional<Reread> wanted, Codelists codelists) {
            Set<String> others = new TreeSet<>();
            held.stream()
                    .filter(id -> !generations.reader(id).equals(Optional.of(reader)))
                    .forEach(others::add);
            if (wanted.isEmpty() && others.isEmpty()) {
                return new Rereads(reader, List.of(), Set.of(), List.of(), 0);
            }
            try (LedgerSubmissions ledger = new LedgerSubmissions(paths.ledger(), paths.temporary())) {
                return among(ledger, held, others, wanted, codelists);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Rereads among(
                LedgerSubmissions ledger,
                Set<String> held,
                Set<String> others,
                Optional<Reread> wanted,
                Codelists codelists)
                throws IOException {
            Set<String> older = older(ledger, others);
            Set<String> chosen = wanted.isEmpty() ? Set.of() : chosen(ledger, wanted.get(), older, held, codelists);
            List<Intake.Delivered> again = new ArrayList<>();
            Set<String> refused = new TreeSet<>();
            List<String> gone = new ArrayList<>();
            int left = 0;
            for (LedgerSubmissions.Known each : ledger.all()) {
                String id = each.submission().id();
                if (each.outcome().equals("refused")) {
                    refused.add(id);
                }
                if (chosen.contains(id)) {
                    found(each).ifPresentOrElse(again::add, () -> gone.add(gone(each.submission())));
                } else if (older.contains(id)) {
                    left += isThere(each.submission()) ? 1 : 0;
                }
            }
            return new Rereads(reader, again, refused, gone, left);
        }

        /** A password opens what was locked, and changes nothing else. */
        private Set<String> older(LedgerSubmissions ledger, Set<String> others) {
            Set<String> older = new TreeSet<>(others);
            if (others.stream().anyMatch(this::isAlike)) {
                Set<String> locked = ledger.withFinding(LOCKED);
                older.removeIf(id -> isAlike(id) && !locked.contains(id));
            }
            return older;
        }

        private boolean isAlike(String id) {
            return generations.reader(id).filter(reader::isAlike).isPresent();
        }

        private static Set<String> chosen(
                LedgerSubmissions ledger, Reread wanted, Set<String> older, Set<String> held, Codelists codelists) {
            Set<String> chosen = new TreeSet<>(wanted.all() ? held : older);
            if (wanted.layout() != null) {
                chosen.retainAll(ledger.withLayout(wanted.layout()));
            }
            ledger.all().stream()
                    .map(LedgerSubmissions.Known::submission)
                    .filter(s -> wanted.since() != null && s.received().isBefore(wanted.since())
                            || wanted.department() != null
                                    && !name(s.department(), codelists).equals(name(wanted.department(), codelists)))
                    .forEach(s -> chosen.remove(s.id()));
            return chosen;
        }

        private static String name(String department, Codelists codelists) {
            return codelists.departmentName(department).orElse(department);
        }

        /** The file in the input folder was hashed a moment ago; else the one that is kept, if it is still what it was. */
        private Optional<Intake.Delivered> found(LedgerSubmissions.Known known) throws IOException {
            Submission submission = known.submission();
            if (byId.containsKey(submission.id())) {
                Intake.Delivered delivered = byId.get(submission.id());
                return Optional.of(delivered.again(known.notes()));
            }
            Optional<Path> file = sources.isSound(submission.sha256())
                    ? Optional.of(sources.file(submission.sha256()))
                    : Optional.ofNullable(byHash.get(submission.sha256()));
            return file.flatMap(f -> intake.again(submission, f, known.notes()));
        }

        private boolean isThere(Submission submission) {
            return byHash.containsKey(submission.sha256()) || sources.has(submission.sha256());
        }

        private static String gone(Submission submission) {
            return submission.path() + "：原件已不在（报送目录和 sources 中都没有，或与收取时不同，或作业已不再列出这份报告），仍用原来的读数";
        }
    }
}
