package tongcang.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tongcang.InvalidFileException;
import tongcang.Submission;
import tongcang.job.definition.JobFile;
import tongcang.report.ReportReader;

/** Lists what lies in the input folders; the list is the same for the same files. */
final class Intake {
    /** What may lie beside the folders and is no submission. */
    private static final Set<String> NOTES = Set.of("README", "README.md", "README.txt");

    private final Path root;
    private final Path input;
    private final LocalDate today;
    private final List<JobFile.Report> reports;

    /**
     * Names what is listed.
     *
     * @param root the project's folder, which the reports' paths are relative to
     * @param today no submission was received later
     */
    Intake(Path root, Path input, List<JobFile.Report> reports, LocalDate today) {
        this.root = root;
        this.input = input;
        this.today = today;
        this.reports = List.copyOf(reports);
    }

    /**
     * A submission and the file that holds it.
     *
     * @param known what the operator says of a report beyond its text
     */
    record Delivered(Submission submission, Path file, ReportReader.Known known) {}

    /**
     * What lies there.
     *
     * @param delivered by received date and path
     * @param left files that could not be taken, each with the reason, in Chinese
     */
    record Listing(List<Delivered> delivered, List<String> left) {}

    /**
     * Lists all submissions.
     *
     * @throws InvalidFileException if a report of the job is missing
     */
    Listing list() {
        List<Delivered> delivered = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (JobFile.Report report : reports) {
            Path file = root.resolve(report.file());
            if (!Files.isRegularFile(file)) {
                throw new InvalidFileException(report.file(), 0, "no such report; the job's 'reports' names it");
            }
            Arrival arrival = new Arrival(report.file(), report.department(), report.received(), report.known());
            add(taken(arrival, file), delivered, left);
        }
        if (!Files.isDirectory(input)) {
            left.add(input + "：没有这个报送目录，本次只读取作业中列出的报告");
        }
        // ten thousand files are hashed by all processors, and listed in their order
        files().parallelStream().map(this::submission).forEachOrdered(each -> add(each, delivered, left));
        delivered.sort(Comparator.comparing((Delivered d) -> d.submission().received())
                .thenComparing(d -> d.submission().path()));
        return new Listing(List.copyOf(delivered), List.copyOf(left));
    }

    private static void add(Listing each, List<Delivered> delivered, List<String> left) {
        delivered.addAll(each.delivered());
        left.addAll(each.left());
    }

    private List<Path> files() {
        if (!Files.isDirectory(input)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(input)) {
            return files.filter(Intake::isDelivered).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files of the desktop and of Excel itself are no submissions. */
    private static boolean isDelivered(Path file) {
        String name = file.getFileName().toString();
        return !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)
                && !name.startsWith(".")
                && !name.startsWith("~$")
                && !name.equals("Thumbs.db")
                && !name.equals("desktop.ini");
    }

    private Listing submission(Path file) {
        Path relative = input.relativize(file);
        String path = relative.toString().replace('\\', '/');
        if (NOTES.contains(path)) {
            return new Listing(List.of(), List.of());
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return left(path + "：不是普通文件（链接不予跟随）");
        }
        if (relative.getNameCount() < 3 || day(relative.getName(0).toString()).isEmpty()) {
            return left(path + "：不在“收到日期/部门/”目录下，请移到如 2023-01-30/市财政局/ 之下");
        }
        LocalDate received = day(relative.getName(0).toString()).orElseThrow();
        if (received.isAfter(today)) {
            return left(path + "：收到日期晚于今天（" + today + "），到那一天才收取；如是笔误，请改正目录名");
        }
        String department = relative.getName(1).toString();
        return taken(new Arrival(path, department, received, ReportReader.Known.NOTHING), file);
    }

    private static Listing left(String reason) {
        return new Listing(List.of(), List.of(reason));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What is known of a file before it is opened. */
    private record Arrival(String path, String department, LocalDate received, ReportReader.Known known) {}

    private static Listing taken(Arrival arrival, Path file) {
        try {
            Delivered delivered = new Delivered(submission(arrival, file), file, arrival.known());
            return new Listing(List.of(delivered), List.of());
        } catch (IOException e) {
            return left(arrival.path() + "：无法读取（" + e.getClass().getSimpleName() + "），请检查文件权限");
        }
    }

    private static Submission submission(Arrival arrival, Path file) throws IOException {
        String sha256 = hex(digest(), Files.newInputStream(file));
        String known = arrival.known().equals(ReportReader.Known.NOTHING) ? "" : "\n" + arrival.known();
        MessageDigest id = digest();
        id.update(
                (arrival.received() + "\n" + arrival.path() + "\n" + sha256 + known).getBytes(StandardCharsets.UTF_8));
        boolean report = ReportReader.isReport(file, file.getFileName().toString());
        return new Submission(
                HexFormat.of().formatHex(id.digest()).substring(0, 16),
                arrival.path(),
                arrival.department(),
                arrival.received(),
                sha256,
                Files.size(file),
                report ? Submission.Kind.REPORT : Submission.Kind.WORKBOOK);
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hex(MessageDigest digest, InputStream content) throws IOException {
        try (InputStream in = new DigestInputStream(content, digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
