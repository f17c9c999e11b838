package tongcang.cli.print;

import java.util.List;
import tongcang.job.Overdue;
import tongcang.job.watch.Deferral;
import tongcang.support.Printable;

/** What still waits, in Chinese: files to be read once more, and which department owes which form since when (催报). */
public final class Reminders {
    private Reminders() {}

    /** A line for every department and form; empty where nothing is overdue. */
    public static String text(List<Overdue> overdue) {
        if (overdue.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder("催报（已过报送期限）\n");
        for (Overdue each : overdue) {
            out.append("  ").append(line(each)).append("\n");
        }
        return out.toString();
    }

    /** A line for every file that is to be read once more; empty where there is none. */
    public static String deferred(List<Deferral> deferred) {
        if (deferred.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder("暂缓的文件（共 " + deferred.size() + " 件，下次运行再读）\n");
        for (Deferral each : deferred) {
            out.append("  ")
                    .append(Printable.line(each.path() + "：" + each.message() + "（已试 " + each.tries() + " 次）"))
                    .append("\n");
        }
        return out.toString();
    }

    private static String line(Overdue overdue) {
        String name =
                overdue.deadline().department() + " “" + overdue.deadline().form() + "”";
        if (!overdue.isKnown()) {
            return name + "：部门代码表 departments.csv 中没有这个部门，请更正作业文件的 deadlines";
        }
        int count = overdue.missing().size();
        String first = overdue.missing().get(0).code();
        String periods = count == 1
                ? first
                : first + " 至 " + overdue.missing().get(count - 1).code();
        return name + "：欠 " + count + " 期（" + periods + "），应于 "
                + overdue.since().minusDays(1) + " 前报送" + notTaken(overdue.notTaken());
    }

    private static String notTaken(List<String> paths) {
        return paths.isEmpty() ? "" : "；其间收到而未能采用：" + Printable.line(String.join("、", paths));
    }
}
