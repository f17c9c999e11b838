package tongcang.cli.print;

import java.io.PrintWriter;
import java.text.NumberFormat;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import tongcang.job.watch.Progress;
import tongcang.support.Printable;

/** One line on a terminal: a bar that fills up while files are read, and the names of the steps before and behind it. */
public final class TerminalProgress implements Progress {
    private static final int WIDTH = 100;

    private final PrintWriter out;
    private @Nullable ProgressBar bar;

    TerminalProgress(PrintWriter out) {
        this.out = out;
    }

    /** A terminal gets a bar, anything else plain lines, a quiet run nothing. */
    @SuppressWarnings(
            "SystemConsoleNull") // the launcher's jdk.console=java.base keeps it null where there is no terminal
    public static Progress on(PrintWriter out, boolean quiet) {
        if (quiet) {
            return Progress.SILENT;
        }
        return System.console() == null ? new PlainProgress(out) : new TerminalProgress(out);
    }

    @Override
    public void step(String name) {
        clear();
        show(chinese(name) + " …");
    }

    @Override
    public void read(int done, int all, long figures) {
        ProgressBar shown = bar;
        if (shown == null || shown.getMax() != all) {
            clear();
            shown = bar(all);
            bar = shown;
        }
        shown.stepTo(done);
        shown.setExtraMessage(" " + number(figures) + " 个数值");
    }

    @Override
    public void told(String line) {
        clear();
        show("  " + Printable.line(line));
        out.println();
    }

    @Override
    public void ended() {
        clear();
        show("");
    }

    private void clear() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    private ProgressBar bar(int max) {
        return new ProgressBarBuilder()
                .setTaskName(chinese("extract"))
                .setInitialMax(max)
                .setUnit(" 件", 1)
                .setSpeedUnit(ChronoUnit.SECONDS)
                .showSpeed()
                .setUpdateIntervalMillis(200)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new DelegatingProgressBarConsumer(this::show, WIDTH))
                .build();
    }

    /** On the same line, over what stood there. */
    private void show(String line) {
        out.print("\r\033[K" + line.stripTrailing());
        out.flush();
    }

    static String number(long number) {
        return NumberFormat.getIntegerInstance(Locale.ROOT).format(number);
    }

    /** What an operator calls a step. */
    static String chinese(String step) {
        return Map.of(
                        "intake", "登记",
                        "extract", "读取",
                        "append", "入账",
                        "code", "编码",
                        "build", "建库",
                        "audit", "审核",
                        "release", "发布",
                        "receipts", "回执")
                .getOrDefault(step, step);
    }
}
