package tongcang.cli.print;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import tongcang.job.watch.Progress;
import tongcang.support.Printable;

/** A line now and then, for a log or a pipe. */
final class PlainProgress implements Progress {
    private static final Duration BETWEEN = Duration.ofSeconds(10);

    private final PrintWriter out;
    private Instant begun = Instant.EPOCH;
    private Instant told = Instant.EPOCH;
    private int before;

    PlainProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void step(String name) {
        out.println(TerminalProgress.chinese(name) + " …");
        begun = Instant.now();
        told = begun;
        before = -1;
    }

    @Override
    public void read(int done, int all, long figures) {
        Instant now = Instant.now();
        if (before < 0) {
            before = done - 1; // what was there before is no measure of speed
        }
        if (done == all || !now.isBefore(told.plus(BETWEEN))) {
            told = now;
            double seconds = Math.max(0.001, Duration.between(begun, now).toMillis() / 1000.0);
            double rate = (done - before) / seconds;
            out.println("  " + done + "/" + all + " 件，" + TerminalProgress.number(figures) + " 个数值，每秒 "
                    + Math.round(rate * 10) / 10.0 + " 件，约剩 " + Math.round((all - done) / rate) + " 秒");
        }
    }

    @Override
    public void told(String line) {
        out.println("  " + Printable.line(line));
    }
}
