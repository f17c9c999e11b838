package tongcang.job;

import java.io.IOException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tongcang.Finding;
import tongcang.Provenance;
import tongcang.Reading;
import tongcang.Severity;
import tongcang.Submission;
import tongcang.job.intake.Intake;
import tongcang.report.ReportReader;
import tongcang.support.Printable;
import tongcang.support.Sha256;
import tongcang.workbook.WorkbookReader;

/** Reads one submission after the other, on several threads; whatever a file does to its reader, it is accounted for. */
final class SubmissionReader {
    /** Findings of one kind that a submission's part of the ledger lists one by one. */
    private static final int MOST_OF_A_KIND = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(SubmissionReader.class);

    private final ReportReader reports;
    private final WorkbookReader workbooks;
    private final ReadWriteLock memory = new ReentrantReadWriteLock();

    SubmissionReader(ReportReader reports, WorkbookReader workbooks) {
        this.reports = reports;
        this.workbooks = workbooks;
    }

    /** Reads a file; one that found no memory beside others is read once more when it is alone. */
    Reading read(Intake.Delivered delivered) {
        Reading reading = read(delivered, memory.readLock());
        boolean starved = reading.findings().stream().anyMatch(f -> f.rule().endsWith(".out-of-memory"));
        return (starved ? read(delivered, memory.writeLock()) : reading)
                .with(delivered.notes())
                .capped(MOST_OF_A_KIND, delivered.submission().fileName());
    }

    private Reading read(Intake.Delivered delivered, Lock lock) {
        Submission submission = delivered.submission();
        lock.lock();
        try {
            if (!Sha256.of(delivered.file()).equals(submission.sha256())) {
                return refused("intake.changed", submission, "登记后文件内容有变，本次未读取；下次运行将按新内容收取");
            }
            return submission.kind() == Submission.Kind.REPORT
                    ? reports.read(
                            delivered.file(),
                            submission.fileName(),
                            delivered.arrival().known())
                    : workbooks.read(delivered.file(), submission.fileName());
        } catch (IOException e) {
            return refused("intake.gone", submission, "登记后文件无法读取（被移走，或正被其他程序占用），本次未采用");
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("reading {} failed", Printable.line(submission.path()), e);
            return refused("extract.failed", submission, "读取程序出错，本文件未采用；请把文件和日志交给维护人员");
        } catch (OutOfMemoryError e) { // what the readers do not catch themselves
            boolean isReport = submission.kind() == Submission.Kind.REPORT;
            return refused(isReport ? "report.out-of-memory" : "workbook.out-of-memory", submission, "读取时内存不足，本文件未采用");
        } finally {
            lock.unlock();
        }
    }

    private static Reading refused(String rule, Submission submission, String message) {
        return Reading.refused(
                new Finding(rule, Severity.ERROR, new Provenance.WholeFile(submission.fileName()), "", "", message));
    }
}
