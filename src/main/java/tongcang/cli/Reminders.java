package tongcang.cli;

import java.util.List;
import tongcang.job.Overdue;
import tongcang.support.Printable;

/** What is overdue, in Chinese: which department owes which form, for which periods, since when (催报). */
final class Reminders {
    private Reminders() {}

    /** A line for every department and form; empty where nothing is overdue. */
    static String text(List<Overdue> overdue) {
        if (overdue.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder("催报（已过报送期限）\n");
        for (Overdue each : overdue) {
            out.append("  ").append(line(each)).append("\n");
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
