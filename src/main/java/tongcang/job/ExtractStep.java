package tongcang.job;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import tongcang.Finding;
import tongcang.Provenance;
import tongcang.Reading;
import tongcang.Severity;
import tongcang.Submission;
import tongcang.job.intake.Intake;
import tongcang.job.watch.RunWatch;
import tongcang.ledger.Ledger;
import tongcang.ledger.ReadSubmission;
import tongcang.report.ReportReader;
import tongcang.support.Await;
import tongcang.support.Printable;
import tongcang.support.Sha256;
import tongcang.warehouse.database.Brake;
import tongcang.workbook.WorkbookReader;

/**
 * Reads the fresh submissions, a part file for every {@link #CHUNK} of them. Which parts are done is seen on the disk
 * and nowhere else, so that a kill at any moment costs one part at most and none is written twice.
 */
final class ExtractStep implements ItemReader<ExtractStep.Done>, ItemWriter<ExtractStep.Done>, StepExecutionListener {
    /** Submissions in a part: enough for a file of some size, few enough to hold in memory. */
    static final int CHUNK = 64;

    private static final Logger LOG = LoggerFactory.getLogger(ExtractStep.class);

    /** A submission that was read, and its place in the frozen list, from 0. */
    record Done(int index, ReadSubmission read) {}

    /** Submissions that are read ahead of the part that is put together. */
    private static final int AHEAD = CHUNK;

    private final RunPlan plan;
    private final RunWatch watch;
    private final Brake brake;
    private final ReportReader reports;
    private final WorkbookReader workbooks;
    private final ExecutorService readers;
    private final ExecutorService ledger = Executors.newSingleThreadExecutor(task -> new Thread(task, "ledger"));
    private final Deque<Future<Done>> ahead = new ArrayDeque<>();
    private int next;
    /** The part that is being written while the submissions of the next are read. */
    private Future<?> writing = CompletableFuture.completedFuture(null);

    ExtractStep(RunPlan plan, RunWatch watch, Brake brake, ReportReader reports, WorkbookReader workbooks) {
        this.plan = plan;
        this.watch = watch;
        this.brake = brake;
        this.reports = reports;
        this.workbooks = workbooks;
        this.readers = Executors.newFixedThreadPool(plan.job().threads(), task -> new Thread(task, "extract"));
    }

    /**
     * The next of the list that was read. The readers go on meanwhile: what a part costs to write does not halt them. Asked to
     * stop there is no next, so that the part in hand is written; the step behind it does not begin.
     */
    @Override
    public @Nullable Done read() throws IOException {
        while (ahead.size() <= AHEAD && next < plan.fresh().size()) {
            if (next % CHUNK == 0 && isDone(next / CHUNK)) {
                int skipped = Math.min(CHUNK, plan.fresh().size() - next);
                watch.skipped(skipped);
                next += skipped;
            } else {
                int index = next++;
                ahead.add(readers.submit(() -> done(index)));
            }
        }
        if (ahead.isEmpty() || !brake.isOpen()) {
            return null;
        }
        Done done = Await.result(ahead.remove());
        watch.read(done.read());
        return done;
    }

    private Done done(int index) {
        Intake.Delivered delivered = plan.fresh().get(index);
        Reading reading = reading(delivered).with(delivered.notes());
        return new Done(index, new ReadSubmission(delivered.submission(), reading));
    }

    @Override
    public void write(Chunk<? extends Done> chunk) throws IOException {
        int part = chunk.getItems().get(0).index() / CHUNK;
        List<ReadSubmission> reads = chunk.getItems().stream().map(Done::read).toList();
        settle();
        writing = ledger.submit(() -> {
            Ledger.writePart(plan.parts(), part, reads);
            return part;
        });
    }

    /** Waits for the part that is being written, and fails where that failed. */
    private void settle() throws IOException {
        Future<?> last = writing;
        writing = CompletableFuture.completedFuture(null);
        Await.result(last);
    }

    /** The step ends when its last part is written, and fails where it cannot be; nothing goes on behind its end. */
    @Override
    public ExitStatus afterStep(StepExecution step) {
        readers.shutdownNow();
        try {
            settle();
            return step.getExitStatus();
        } catch (IOException | RuntimeException e) {
            step.addFailureException(e);
            step.setStatus(BatchStatus.FAILED);
            return ExitStatus.FAILED;
        } finally {
            ledger.shutdown();
        }
    }

    private boolean isDone(int part) {
        return new Ledger(plan.paths().ledger()).hasRun(plan.run()) || Ledger.hasPart(plan.parts(), part);
    }

    /**
     * What is taken into the ledger is whole.
     *
     * @throws IllegalStateException if a part is missing; the next run writes it
     */
    static void requireParts(RunPlan plan) {
        if (new Ledger(plan.paths().ledger()).hasRun(plan.run())) {
            return;
        }
        for (int part = 0; part * CHUNK < plan.fresh().size(); part++) {
            if (!Ledger.hasPart(plan.parts(), part)) {
                throw new IllegalStateException("part " + part + " of the ledger is missing in " + plan.parts());
            }
        }
    }

    /** Whatever a file does to its reader, the night goes on and the file is accounted for. */
    private Reading reading(Intake.Delivered delivered) {
        Submission submission = delivered.submission();
        try {
            if (!unchanged(delivered)) {
                return refused("intake.changed", submission, "登记后文件内容有变，本次未读取；下次运行将按新内容收取");
            }
            return submission.kind() == Submission.Kind.REPORT
                    ? reports.read(
                            delivered.file(),
                            submission.fileName(),
                            delivered.arrival().known())
                    : workbooks.read(delivered.file(), submission.fileName());
        } catch (IOException e) {
            return refused("intake.gone", submission, "登记后文件无法读取，本次未采用；请把它放入新的收到日期目录");
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("reading {} failed", Printable.line(submission.path()), e);
            return refused("extract.failed", submission, "读取程序出错，本文件未采用；请把文件和日志交给维护人员");
        }
    }

    private static boolean unchanged(Intake.Delivered delivered) throws IOException {
        return Sha256.of(delivered.file()).equals(delivered.submission().sha256());
    }

    private static Reading refused(String rule, Submission submission, String message) {
        return Reading.refused(
                new Finding(rule, Severity.ERROR, new Provenance.WholeFile(submission.fileName()), "", "", message));
    }
}
