package tongcang.job.definition;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tongcang.InvalidFileException;
import tongcang.job.schedule.Schedule;
import tongcang.report.ReportReader;
import tongcang.support.Limits;
import tongcang.workbook.file.WorkbookSettings;

/**
 * A job definition, {@code jobs/NAME.yml}: what is read, when, and what a file may cost. Paths are relative to the
 * project's folder.
 *
 * @param name the job's name; that of its file
 * @param region code of the bureau's own region, which 全市 and 合计 mean
 * @param reports work reports, each with its issuer and the day it became known
 * @param input folder of the submissions, {@code RECEIVED-DATE/DEPARTMENT/FILE}
 * @param seeds folder of codelists, forms and rules
 * @param warehouse folder of all output
 * @param departments whose folders are read; absent: any
 * @param schedule when the job runs by itself
 * @param threads how many files are read at once
 * @param limits what one file may cost
 * @param workbooks how workbooks are read
 * @param reread what is done about files that an older reader read; absent: they are counted and the command is offered
 * @param engine what the database engine may use
 * @param rules what an audit rule may take; absent: 60 seconds, and a release waits for those that are mandatory
 * @param fullBuildDays after so many days at most what nights added is compared with what the ledger alone gives; absent: 7
 * @param signingKey private key that releases are signed with; absent: they are not
 * @param retention which releases are kept
 * @param deadlines which department owes which form by which day; absent: none
 * @param repository where Spring Batch keeps its books; absent: an H2 file below the warehouse
 */
public record JobFile(
        String name,
        String region,
        List<Report> reports,
        String input,
        String seeds,
        String warehouse,
        @Nullable Departments departments,
        Schedule schedule,
        int threads,
        FileLimits limits,
        Workbooks workbooks,
        @Nullable Rereading reread,
        Engine engine,
        Rules rules,
        @JsonProperty("full-build-days") Integer fullBuildDays,
        @JsonProperty("signing-key") @Nullable String signingKey,
        Retention retention,
        List<Deadline> deadlines,
        @Nullable Repository repository) {

    private static final int WEEK = 7;

    /** What is left out binds to null, past the compiler's checks. */
    public JobFile {
        rules = rules == null ? Rules.USUAL : rules;
        fullBuildDays = fullBuildDays == null ? WEEK : fullBuildDays;
        deadlines = deadlines == null ? List.of() : List.copyOf(deadlines);
    }

    /**
     * A work report that the bureau itself lays down.
     *
     * @param year of the report, which its targets are for; absent: the text says it
     * @param region name of the place it is about; absent: the text says it
     */
    public record Report(
            String file,
            String department,
            LocalDate received,
            @Nullable Integer year,
            @Nullable String region) {

        /** What the operator knows of the report beyond its text. */
        public ReportReader.Known known() {
            return new ReportReader.Known(year, region);
        }
    }

    /**
     * When {@code tongcang schedule} runs the job.
     *
     * @param cron with seconds
     * @param zone the time zone that the line is meant in
     * @param missed what to do after a time at which the schedule did not run; absent: run
     */
    public record Schedule(
            String cron, String zone, @Nullable Missed missed) {
        public Missed missedOrRun() {
            return missed == null ? Missed.RUN : missed;
        }
    }

    /** Whose folders are read. */
    public enum Departments {
        /** Those that the codelist has; files of others are told and wait. */
        KNOWN,
        /** All; one that the codelist lacks is told and stands for itself. */
        ANY
    }

    /** What to do about runs that were missed. */
    public enum Missed {
        /** One run makes up for all of them, as soon as can be. */
        RUN,
        /** The next run comes at its own time. */
        SKIP
    }

    /** What is done about files that an older reader read. */
    public enum Rereading {
        /** Each run counts them and names the command. */
        OFFER,
        /** Each run reads them again. */
        AUTO
    }

    /**
     * Limits of one file, in megabytes and seconds.
     *
     * @param attempts in how many runs a file is read in vain that took too long, found no memory, was locked or whose
     *     password is missing, before its refusal is final; absent: 3
     */
    public record FileLimits(
            @JsonProperty("file-mb") int fileMb,
            @JsonProperty("inflated-mb") int inflatedMb,
            long cells,
            int sheets,
            int seconds,
            @Nullable Integer attempts) {
        private static final int ATTEMPTS = 3;

        /** The number that holds where none is given, too. */
        public int attemptsOrDefault() {
            return attempts == null ? ATTEMPTS : attempts;
        }
    }

    /**
     * How workbooks are read.
     *
     * @param hidden what is done with hidden rows, columns and sheets, which are reported either way
     * @param passwordVariables environment variables that hold a password each, tried in their order
     */
    public record Workbooks(
            Hidden hidden,
            @JsonProperty("password-variables") List<String> passwordVariables) {

        /** What is done with hidden cells; the names are what an operator types. */
        public enum Hidden {
            read,
            skip
        }
    }

    /** Memory such as {@code 2GB}, and threads. */
    public record Engine(String memory, int threads) {}

    /**
     * How the audit rules are run.
     *
     * @param seconds that one may take
     * @param mandatory what happens where a rule that finds 强制性 does not run
     */
    public record Rules(int seconds, Mandatory mandatory) {
        static final Rules USUAL = new Rules(60, Mandatory.wait);

        /** What happens to the release; the names are what an operator types. */
        public enum Mandatory {
            wait,
            release
        }
    }

    /** Releases to keep at least, and days that none is deleted in. */
    public record Retention(int releases, int days) {}

    /** A JDBC address; user and password come from the environment variables named. */
    public record Repository(
            String url,
            @JsonProperty("user-variable") String userVariable,
            @JsonProperty("password-variable") String passwordVariable) {}

    /**
     * Reads a job definition.
     *
     * @throws InvalidFileException with file, line and reason where it is wrong
     */
    public static JobFile load(Path file) {
        return JobFileReader.read(file);
    }

    /** The limits in the vocabulary's terms. */
    public Limits fileLimits() {
        return new Limits(
                (long) limits.fileMb() << 20,
                (long) limits.inflatedMb() << 20,
                limits.cells(),
                limits.sheets(),
                Duration.ofSeconds(limits.seconds()));
    }

    /**
     * How workbooks are read, with the passwords themselves.
     *
     * @throws InvalidFileException if the environment lacks one of the variables
     */
    public WorkbookSettings workbookSettings() {
        List<String> passwords = workbooks.passwordVariables().stream()
                .map(variable -> Optional.ofNullable(System.getenv(variable))
                        .orElseThrow(() -> new InvalidFileException(
                                "jobs/" + name + ".yml",
                                0,
                                "'workbooks.password-variables' names " + variable
                                        + ", which the environment lacks; set it or take it off the list")))
                .toList();
        return new WorkbookSettings(workbooks.hidden() == Workbooks.Hidden.read, passwords);
    }
}
