package tongcang.job.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tongcang.Finding;
import tongcang.InvalidFileException;
import tongcang.Submission;
import tongcang.job.definition.JobFile;
import tongcang.report.ReportReader;

/** Lists what lies in the input folders; the list is the same for the same files. */
public final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final Path root;
    private final Path input;
    private final Path links;
    private final LocalDate today;
    private final List<JobFile.Report> reports;

    /**
     * Names what is listed.
     *
     * @param root the project's folder, which the reports' paths are relative to
     * @param links folder for links to files whose own names no parser can open
     * @param today no submission was received later
     */
    public Intake(Path root, Path input, Path links, List<JobFile.Report> reports, LocalDate today) {
        this.root = root;
        this.input = input;
        this.links = links;
        this.today = today;
        this.reports = List.copyOf(reports);
    }

    /**
     * A submission and the file that holds it.
     *
     * @param file that can be opened by its name
     * @param arrival what was known of it before it was opened
     * @param notes what is to be told of its name or of its likes
     * @param repeated the version before it, where that has the same content; else null
     */
    public record Delivered(
            Submission submission,
            Path file,
            Arrival arrival,
            List<Finding> notes,
            @Nullable Submission repeated) {
        public Delivered {
            notes = List.copyOf(notes);
        }

        /** The same, to be read once more: of what was told of it then. */
        public Delivered again(List<Finding> told) {
            return new Delivered(submission, file, arrival, told, null);
        }
    }

    /**
     * What lies there.
     *
     * @param delivered by received date and path, each id once
     * @param left files that could not be taken, each with the reason, in Chinese
     */
    public record Listing(List<Delivered> delivered, List<String> left) {
        public Listing {
            delivered = List.copyOf(delivered);
            left = List.copyOf(left);
        }

        /**
         * The same without the files of unknown departments, each of which is told.
         *
         * @param unknown what is to be told of a department that is not known
         */
        public Listing ofKnown(Function<String, Optional<String>> unknown) {
            List<Delivered> known = new ArrayList<>();
            List<String> told = new ArrayList<>(left);
            for (Delivered each : delivered) {
                Optional<String> stranger = unknown.apply(each.submission().department());
                if (stranger.isEmpty()) {
                    known.add(each);
                } else {
                    told.add(each.submission().path() + "：未收取，" + stranger.get());
                }
            }
            return new Listing(known, told);
        }

        /**
         * What was laid into the folder of a day that runs have already told of (补报), a line in Chinese; empty where
         * there is nothing such.
         */
        public Optional<String> late(LocalDate lastRun) {
            List<Submission> late = delivered.stream()
                    .map(Delivered::submission)
                    .filter(s -> s.received().isBefore(lastRun))
                    .toList();
            return late.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            "补报 " + late.size() + " 件：收到日期最早为 " + late.get(0).received() + "（"
                                    + late.get(0).path() + "），早于上一次运行（" + lastRun
                                    + "）；observation_as_of 自那天起的结果因此改变，observation_known_at 仍答当时所知。若日期是笔误，请撤回后移到正确的目录");
        }

        /**
         * What a ledger lacks. A repeated version is left out and told, unless the version before it was refused: laying
         * a file down once more is how it is read once more.
         *
         * @param ids of the submissions that the ledger holds
         * @param refused ids of those of which it holds a refusal alone; asked for only where it matters
         */
        public Listing beyond(Set<String> ids, Supplier<Set<String>> refused) {
            List<Delivered> unknown = delivered.stream()
                    .filter(d -> !ids.contains(d.submission().id()))
                    .toList();
            List<Delivered> repeated =
                    unknown.stream().filter(d -> d.repeated() != null).toList();
            if (repeated.isEmpty()) {
                return new Listing(unknown, left);
            }
            Set<String> again = refused.get();
            List<Delivered> skipped = repeated.stream()
                    .filter(d ->
                            d.repeated() != null && !again.contains(d.repeated().id()))
                    .toList();
            List<String> told = new ArrayList<>(left);
            if (!skipped.isEmpty()) {
                told.add(Repeats.skipped(skipped));
            }
            return new Listing(
                    unknown.stream().filter(d -> !skipped.contains(d)).toList(), told);
        }
    }

    /**
     * Lists all submissions.
     *
     * @throws InvalidFileException if a report of the job is missing
     */
    public Listing list() {
        List<String> left = new ArrayList<>();
        List<Arrival> arrivals = new ArrayList<>(reports(left));
        arrivals.addAll(arrivals(left));
        List<Identified> identified = new ArrayList<>();
        // ten thousand files are hashed by all processors, and listed in their order
        arrivals.parallelStream().map(this::opened).forEachOrdered(each -> {
            identified.addAll(each.identified());
            left.addAll(each.left());
        });
        return new Listing(Repeats.told(Identified.asSubmissions(identified)), left);
    }

    /** The files below the input folder that lie where submissions lie; of all others is told why they do not. */
    public List<Arrival> arrivals(List<String> left) {
        if (!Files.isDirectory(input)) {
            left.add(input + "：没有这个报送目录，本次只读取作业中列出的报告");
            return List.of();
        }
        InputWalk walk = InputWalk.of(input);
        left.addAll(walk.left());
        List<Arrival> arrivals = new ArrayList<>();
        for (Path file : walk.files()) {
            try {
                arrivals.add(Arrival.of(file, input, today));
            } catch (Arrival.Misplaced e) {
                left.add(String.valueOf(e.getMessage()));
            }
        }
        return arrivals;
    }

    /**
     * A submission that no longer lies here, as it can be read again.
     *
     * @param file that has its bytes
     * @param told what was told of it then
     * @return empty where the job no longer says what it said of the report
     */
    public Optional<Delivered> again(Submission submission, Path file, List<Finding> told) {
        return Stream.concat(
                        Stream.of(ReportReader.Known.NOTHING), reports.stream().map(JobFile.Report::known))
                .map(known -> Arrival.again(submission, file, known))
                .filter(arrival -> arrival.isOf(submission))
                .findFirst()
                .map(arrival -> new Delivered(submission, file, arrival, told, null));
    }

    private List<Arrival> reports(List<String> left) {
        Set<JobFile.Report> listed = new HashSet<>();
        List<Arrival> arrivals = new ArrayList<>();
        for (JobFile.Report report : reports) {
            Path file = root.resolve(report.file());
            if (!Files.isRegularFile(file)) {
                throw new InvalidFileException(report.file(), 0, "no such report; the job's 'reports' names it");
            }
            if (listed.add(report)) {
                arrivals.add(Arrival.of(report, file));
            } else {
                left.add(report.file() + "：作业的 reports 中列了不止一次，只收取一次；请删去多余的");
            }
        }
        return arrivals;
    }

    /** One file, or why it could not be read. */
    private record Opened(List<Identified> identified, List<String> left) {}

    private Opened opened(Arrival arrival) {
        try {
            return new Opened(List.of(Identified.of(arrival, links)), List.of());
        } catch (IOException e) {
            return left(arrival, "：无法读取（" + e.getClass().getSimpleName() + "），请检查文件权限，或是否正被其他程序占用；下次运行会再试");
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("telling the kind of a file failed", e);
            return left(arrival, "：识别文件类型时出错，本次未收取；请把文件和日志交给维护人员");
        }
    }

    private static Opened left(Arrival arrival, String reason) {
        return new Opened(List.of(), List.of(arrival.name().shown() + reason));
    }

    static final Comparator<Submission> ORDER = Comparator.comparing(Submission::received)
            .thenComparing(Submission::path)
            .thenComparing(Submission::id);
}
