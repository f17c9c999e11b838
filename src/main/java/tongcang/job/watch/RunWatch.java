package tongcang.job.watch;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import tongcang.Finding;
import tongcang.Submission;
import tongcang.ledger.ReadSubmission;
import tongcang.support.Printable;
import tongcang.warehouse.parts.RereadChanges;

/** What a run does, told to whoever follows it: the log, the meters, the terminal. */
public final class RunWatch implements StepExecutionListener {
    private static final Logger LOG = LoggerFactory.getLogger(RunWatch.class);

    private final int all;
    private final Progress progress;
    private final RunMeters meters;
    private long begun;
    private int done;
    private long figures;
    private List<Deferral> kept = List.of();
    private List<RereadChanges.Change> changes = List.of();

    /**
     * Watches one run.
     *
     * @param all submissions that the run reads
     */
    public RunWatch(int all, Progress progress, RunMeters meters) {
        this.all = all;
        this.progress = progress;
        this.meters = meters;
    }

    @Override
    public synchronized void beforeStep(StepExecution step) {
        begun = System.nanoTime();
        progress.step(step.getStepName());
    }

    @Override
    public synchronized @Nullable ExitStatus afterStep(StepExecution step) {
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        meters.step(step.getStepName(), took);
        LOG.atInfo()
                .addKeyValue("step", step.getStepName())
                .addKeyValue("status", step.getStatus())
                .addKeyValue("milliseconds", took.toMillis())
                .log("step ended");
        return step.getExitStatus();
    }

    /** Submissions whose part file was there already. */
    public synchronized void skipped(int submissions) {
        done += submissions;
        progress.read(done, all, figures);
    }

    public synchronized void read(ReadSubmission read) {
        done++;
        figures += read.reading().figures().size();
        meters.read(read);
        log(read);
        progress.read(done, all, figures);
    }

    /** A submission that is to be tried again in the next run. */
    public synchronized void deferred(Deferral deferral) {
        done++;
        meters.deferred();
        LOG.atInfo()
                .addKeyValue("path", Printable.line(deferral.path()))
                .addKeyValue("rule", deferral.rule())
                .addKeyValue("tries", deferral.tries())
                .log("submission deferred");
        progress.read(done, all, figures);
    }

    /**
     * What was read again.
     *
     * @param found what the readings change that are to count from now on
     * @param inVain what could not be read again
     */
    public synchronized void reread(List<RereadChanges.Change> found, List<Deferral> inVain) {
        changes = List.copyOf(found);
        kept = List.copyOf(inVain);
        for (RereadChanges.Change each : found) {
            LOG.atInfo()
                    .addKeyValue("path", Printable.line(each.path()))
                    .addKeyValue("before", each.before())
                    .addKeyValue("after", each.after())
                    .addKeyValue("added", each.added())
                    .addKeyValue("changed", each.changed())
                    .addKeyValue("gone", each.gone())
                    .addKeyValue("example", Printable.line(each.example()))
                    .log("submission read again");
        }
        if (!found.isEmpty()) {
            progress.told(RereadTold.total(found));
        }
    }

    /** A submission that could not be read again. */
    public synchronized void kept(Deferral deferral) {
        done++;
        LOG.atInfo()
                .addKeyValue("path", Printable.line(deferral.path()))
                .addKeyValue("rule", deferral.rule())
                .log("submission not read again");
        progress.read(done, all, figures);
    }

    /** What could not be read again in this run. */
    public synchronized List<Deferral> kept() {
        return kept;
    }

    /** What was read again in this run, and what it changes. */
    public synchronized List<RereadChanges.Change> changes() {
        return changes;
    }

    private static void log(ReadSubmission read) {
        Submission submission = read.submission();
        LOG.atDebug()
                .addKeyValue("path", Printable.line(submission.path()))
                .addKeyValue("sha256", submission.sha256())
                .addKeyValue("outcome", read.outcome())
                .addKeyValue("figures", read.reading().figures().size())
                .log("submission read");
        for (Finding finding : read.reading().findings()) {
            LOG.atDebug()
                    .addKeyValue("path", Printable.line(submission.path()))
                    .addKeyValue("rule", finding.rule())
                    .addKeyValue("place", Printable.line(finding.provenance().place()))
                    .log("finding");
        }
    }
}
