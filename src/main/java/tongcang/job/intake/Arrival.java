package tongcang.job.intake;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tongcang.Submission;
import tongcang.job.definition.JobFile;
import tongcang.report.ReportReader;
import tongcang.support.Sha256;

/**
 * What is known of a delivered file before it is opened.
 *
 * @param name relative to the input folder; of a report as the job has it
 * @param label its name without the day: two files with one label are versions of one
 * @param department as the folder or the job has it
 * @param received the day of its folder
 * @param file where it lies
 * @param known what the operator says of a report
 */
public record Arrival(
        SourceName name, String label, String department, LocalDate received, Path file, ReportReader.Known known) {

    /** The People's Republic's first year: no department's file is older, a day before it is a slip. */
    private static final LocalDate FIRST = LocalDate.of(1949, 1, 1);

    private static final int ID_LENGTH = 16;

    private static final Pattern NEARLY = Pattern.compile("(\\d{4})[-./_年]?(\\d{1,2})[-./_月]?(\\d{1,2})日?");

    /** A file lies where no submission lies; the message says where, in Chinese. */
    static final class Misplaced extends Exception {
        private static final long serialVersionUID = 1L;

        Misplaced(SourceName name, String why) {
            super(name.shown() + "：" + why);
        }
    }

    static Arrival of(JobFile.Report report, Path file) {
        SourceName name = SourceName.of(report.file());
        return new Arrival(name, report.file(), report.department(), report.received(), file, report.known());
    }

    /** A submission of an earlier day, of which this was known. */
    static Arrival again(Submission submission, Path file, ReportReader.Known known) {
        SourceName name = SourceName.of(submission.path());
        return new Arrival(name, submission.path(), submission.department(), submission.received(), file, known);
    }

    /** Whether a submission came so: its id tells; of one from the input folder nothing else can be known. */
    boolean isOf(Submission submission) {
        return id(submission.sha256(), "").equals(submission.id())
                || known.equals(ReportReader.Known.NOTHING) && submission.path().startsWith(received + "/");
    }

    /** The id that its day, name and content make. */
    String id(String sha256, String more) {
        String said = known.equals(ReportReader.Known.NOTHING) ? "" : "\n" + known;
        return Sha256.of(received + "\n" + name.spelled() + "\n" + sha256 + said + more)
                .substring(0, ID_LENGTH);
    }

    /**
     * A file below the input folder.
     *
     * @throws Misplaced if it does not lie in {@code RECEIVED-DATE/DEPARTMENT/} of a day up to today
     */
    static Arrival of(Path file, Path input, LocalDate today) throws Misplaced {
        Path relative = input.relativize(file);
        SourceName name = SourceName.of(relative);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new Misplaced(name, "不是普通文件（链接不予跟随），或已不在");
        }
        String folder = SourceName.shown(relative.getName(0));
        if (relative.getNameCount() == 1) {
            throw new Misplaced(name, "不在“收到日期/部门/”目录下，请移到如 2023-01-30/市财政局/ 之下");
        }
        LocalDate received = day(folder).orElseThrow(() -> new Misplaced(name, wrongDay(folder)));
        if (relative.getNameCount() == 2) {
            throw new Misplaced(name, "缺部门目录，请移到如 " + folder + "/市财政局/ 之下");
        }
        if (received.isAfter(today)) {
            throw new Misplaced(name, "收到日期晚于今天（" + today + "），到那一天才收取；如是笔误，请改正目录名");
        }
        if (received.isBefore(FIRST)) {
            throw new Misplaced(name, "收到日期早于 " + FIRST + "，未收取；请改正目录名");
        }
        String label =
                SourceName.of(relative.subpath(1, relative.getNameCount())).exact();
        String department = SourceName.shown(relative.getName(1));
        return new Arrival(name, label, department, received, file, ReportReader.Known.NOTHING);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A day that is only written in another way is spelled out. */
    private static String wrongDay(String folder) {
        Matcher nearly = NEARLY.matcher(folder);
        if (!nearly.matches()) {
            return "不在“收到日期/部门/”目录下，请移到如 2023-01-30/市财政局/ 之下";
        }
        String meant = String.format(
                java.util.Locale.ROOT,
                "%s-%02d-%02d",
                nearly.group(1),
                Integer.parseInt(nearly.group(2)),
                Integer.parseInt(nearly.group(3)));
        return day(meant).isPresent()
                ? "目录名 " + folder + " 不是收到日期的写法，月、日各要两位并用 - 隔开；请改为 " + meant
                : "目录名 " + folder + " 不是一个日期；请改为如 2023-01-30";
    }
}
