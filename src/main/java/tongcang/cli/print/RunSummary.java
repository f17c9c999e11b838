package tongcang.cli.print;

import java.util.List;
import java.util.Map;
import tongcang.Severity;
import tongcang.job.NightlyRun;
import tongcang.job.watch.Ending;
import tongcang.support.Printable;
import tongcang.warehouse.build.UnrunRule;
import tongcang.warehouse.release.ReleaseSummary;
import tongcang.warehouse.release.Releases;

/** What a run did, in Chinese, for the operator. */
public final class RunSummary {
    private final NightlyRun.Outcome outcome;

    public RunSummary(NightlyRun.Outcome outcome) {
        this.outcome = outcome;
    }

    public String text() {
        StringBuilder out = new StringBuilder();
        switch (outcome.ending()) {
            case RELEASED -> released(out);
            case NOTHING_NEW -> nothingNew(out);
            case LOCKED -> out.append("另一个运行正在进行（").append(outcome.reason()).append("）；本次没有启动，请等它结束后再运行\n");
            case STOPPED -> out.append("运行已按要求停止；再次运行将从停下处继续，当前发布版不受影响\n");
            case FAILED ->
                out.append("运行失败：").append(Printable.line(outcome.reason())).append("\n当前发布版不受影响；排除原因后再次运行即可继续\n");
        }
        left(out);
        outcome.reread()
                .lines()
                .forEach(line -> out.append(Printable.line(line)).append("\n"));
        out.append(Reminders.deferred(outcome.deferred()));
        out.append(Reminders.text(outcome.overdue()));
        outcome.log()
                .filter(log -> outcome.ending() == Ending.FAILED)
                .ifPresent(log -> out.append("运行日志：").append(log).append("\n"));
        return out.toString();
    }

    private void nothingNew(StringBuilder out) {
        unrun(out);
        out.append("没有新报送件，代码表也没有变化；当前发布版仍是 ")
                .append(outcome.release().orElse("（无）"))
                .append("\n");
    }

    private void released(StringBuilder out) {
        unrun(out);
        Releases releases = new Releases(outcome.warehouse());
        String id = outcome.release().orElseThrow();
        ReleaseSummary summary = ReleaseSummary.of(releases.database(id));
        Map<String, Long> findings = summary.findings();
        summary.unfit()
                .forEach(unfit -> out.append("报送件“" + Printable.line(unfit.path()) + "”使建库出错，已搁置，其余不受影响："
                        + Printable.line(unfit.reason())
                        + "\n  要剔除它：在 seeds/decisions/excluded.csv 中加一行 " + unfit.submission() + ",日期,姓名,原因\n"));
        out.append("运行完成\n");
        out.append("  报送件    本次收取 " + outcome.fresh() + " 件；累计采用 " + summary.taken() + " 件，退回 " + summary.refused()
                + " 件，无数据 " + summary.empty() + " 件" + more(summary)
                + (outcome.deferred().isEmpty()
                        ? ""
                        : "；暂缓 " + outcome.deferred().size() + " 件") + "\n");
        out.append("  数值      读取 " + summary.figures() + " 个，其中未编码 " + summary.uncoded() + " 个"
                + (summary.held() == 0 ? "" : "，待定 " + summary.held() + " 个（用 ./tongcang review 处理）") + "\n");
        out.append("  观测值    " + summary.observations() + " 个\n");
        out.append("  审核发现  ");
        for (Severity severity : Severity.values()) {
            out.append(severity.chinese() + " " + findings.getOrDefault(severity.name(), 0L) + " 条  ");
        }
        out.append("\n").append(FindingLines.text(summary.kinds()).indent(4));
        out.append("  发布版    " + id + "\n");
        out.append("  位置      " + releases.folder(id) + "\n");
        out.append("下一步：./tongcang sql \"SELECT indicator_name, target, result, unit_code, progress"
                + " FROM target_progress WHERE result IS NOT NULL ORDER BY progress, indicator_name\"\n");
        out.append("或：./tongcang status\n");
    }

    /** What the shown release does not know is said before all that it knows. */
    private void unrun(StringBuilder out) {
        Releases releases = new Releases(outcome.warehouse());
        List<UnrunRule> unrun =
                outcome.release().map(id -> releases.manifest(id).unrunRules()).orElse(List.of());
        unrun.forEach(rule -> out.append("审核规则 ")
                .append(rule.rule())
                .append(rule.mandatory() ? "（强制性）" : "")
                .append(" 未能执行，发布版中没有它的审核发现：")
                .append(Printable.line(rule.reason().lines().findFirst().orElse("")))
                .append("\n"));
    }

    private static String more(ReleaseSummary summary) {
        return (summary.unfit().isEmpty() ? "" : "，搁置 " + summary.unfit().size() + " 件")
                + (summary.excluded() == 0 ? "" : "，按裁定剔除 " + summary.excluded() + " 件");
    }

    private void left(StringBuilder out) {
        outcome.late().ifPresent(line -> out.append(Printable.line(line)).append("\n"));
        if (!outcome.left().isEmpty()) {
            out.append("未收取的文件和其他需要处理的事项：\n");
            outcome.left()
                    .forEach(line ->
                            out.append("  ").append(Printable.line(line)).append("\n"));
        }
    }
}
