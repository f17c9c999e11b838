package tongcang.job;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import tongcang.Reading;
import tongcang.job.intake.Intake;
import tongcang.job.watch.Deferral;
import tongcang.job.watch.RunWatch;
import tongcang.ledger.Ledger;
import tongcang.ledger.PartWriter;
import tongcang.ledger.ReadSubmission;
import tongcang.support.Await;
import tongcang.warehouse.database.Brake;

/**
 * Reads the fresh submissions, and those that are to be read again, a part file for every {@link #CHUNK} of them. Which parts are done is seen on the disk
 * and nowhere else, so that a kill at any moment costs one part at most and none is written twice. Between two parts it can
 * be stopped.
 */
final class ExtractStep implements Tasklet, StepExecutionListener {
    /** Submissions in a part: enough for a file of some size. */
    static final int CHUNK = 64;

    /** Submissions that are read ahead of the one that is written, where they are small. */
    private static final int AHEAD = CHUNK;

    private final RunPlan plan;
    private final RunWatch watch;
    private final Brake brake;
    private final SubmissionReader reader;
    private final Backlog backlog;
    private final ExecutorService readers;
    private final Deque<Ahead> ahead = new ArrayDeque<>();
    private int next;

    /** A submission of the frozen list that is being read; its place counts from 0. */
    private record Ahead(int index, Future<ReadSubmission> read) {}

    ExtractStep(RunPlan plan, RunWatch watch, Brake brake, SubmissionReader reader, Backlog backlog) {
        this.plan = plan;
        this.watch = watch;
        this.brake = brake;
        this.reader = reader;
        this.backlog = backlog;
        this.readers = Executors.newFixedThreadPool(plan.job().threads(), ExtractStep::thread);
    }

    /** It does not keep a process alive whose main thread has died. */
    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "extract");
        thread.setDaemon(true);
        return thread;
    }

    /** Writes the next part. Asked to stop there is no next; the step behind it does not begin. */
    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        readAhead();
        if (!ahead.isEmpty()) {
            write(ahead.element().index() / CHUNK);
        }
        boolean more = !ahead.isEmpty() || next < plan.toRead().size();
        return RepeatStatus.continueIf(more && brake.isOpen());
    }

    /** The readers go on meanwhile: what a part costs to write does not halt them. */
    private void readAhead() {
        while (ahead.size() <= AHEAD && next < plan.toRead().size()) {
            if (next % CHUNK == 0 && isDone(next / CHUNK)) {
                int skipped = Math.min(CHUNK, plan.toRead().size() - next);
                watch.skipped(skipped);
                next += skipped;
            } else {
                int index = next++;
                ahead.add(new Ahead(index, readers.submit(() -> read(index))));
            }
        }
    }

    private ReadSubmission read(int index) throws InterruptedException {
        backlog.enter(index);
        Intake.Delivered delivered = plan.toRead().get(index);
        ReadSubmission read = new ReadSubmission(delivered.submission(), reader.read(delivered));
        backlog.add(weight(read.reading()));
        return read;
    }

    private static long weight(Reading reading) {
        return (long) reading.figures().size() + reading.findings().size();
    }

    private void write(int part) throws IOException {
        int end = Math.min(plan.toRead().size(), (part + 1) * CHUNK);
        List<Deferral> deferred = new ArrayList<>();
        List<Deferral> kept = new ArrayList<>();
        try (PartWriter out = Ledger.part(plan.parts(), part)) {
            for (int index = part * CHUNK; index < end; index++) {
                ReadSubmission read = taken();
                boolean again = index >= plan.fresh().size();
                Optional<Deferral> deferral =
                        again ? Deferred.kept(read) : plan.deferred().of(read);
                if (deferral.isEmpty()) {
                    out.add(plan.deferred().last(read));
                    watch.read(read);
                } else if (again) {
                    kept.add(deferral.get());
                    watch.kept(deferral.get());
                } else {
                    deferred.add(deferral.get());
                    watch.deferred(deferral.get());
                }
                backlog.remove(weight(read.reading()));
            }
            plan.deferred().note(part, deferred);
            plan.deferred().noteKept(part, kept);
            out.seal();
        }
    }

    /** The next of the list. */
    private ReadSubmission taken() throws IOException {
        readAhead();
        Ahead first = ahead.remove();
        backlog.await(first.index());
        return Await.result(first.read());
    }

    /** Nothing goes on behind its end. */
    @Override
    public ExitStatus afterStep(StepExecution step) {
        Await.end(readers);
        return step.getExitStatus();
    }

    private boolean isDone(int part) {
        return isInLedger(plan) || Ledger.hasPart(plan.parts(), part);
    }

    private static boolean isInLedger(RunPlan plan) {
        return new Ledger(plan.paths().ledger()).hasRun(plan.run());
    }

    /**
     * What is taken into the ledger is whole.
     *
     * @throws IllegalStateException if a part is missing; the next run writes it
     */
    static void requireParts(RunPlan plan) {
        if (isInLedger(plan)) {
            return;
        }
        for (int part = 0; part * CHUNK < plan.toRead().size(); part++) {
            if (!Ledger.hasPart(plan.parts(), part)) {
                throw new IllegalStateException("part " + part + " of the ledger is missing in " + plan.parts());
            }
        }
    }
}
