package tongcang.job.watch;

import java.util.ArrayList;
import java.util.List;
import tongcang.warehouse.parts.RereadChanges;

/**
 * What a run read again, and what it did not.
 *
 * @param changes of each submission that was read again
 * @param kept those that could not be read again; their readings before count
 * @param refused how many others were refused as they were before
 * @param gone those whose files are no longer there, a line in Chinese each
 * @param older how many others an older reader read
 */
public record RereadTold(
        List<RereadChanges.Change> changes, List<Deferral> kept, int refused, List<String> gone, int older) {
    /** Nothing. */
    public static final RereadTold NOTHING = new RereadTold(List.of(), List.of(), 0, List.of(), 0);

    /** Lines of a kind that are shown. */
    private static final int SHOWN = 20;

    public RereadTold {
        changes = List.copyOf(changes);
        kept = List.copyOf(kept);
        gone = List.copyOf(gone);
    }

    /** What is to be told, a line each, in Chinese; those below another are indented. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!changes.isEmpty()) {
            lines.add(total(changes));
            lines.addAll(listed(changes.stream()
                    .filter(RereadChanges.Change::matters)
                    .map(RereadTold::line)
                    .toList()));
        }
        if (!kept.isEmpty()) {
            lines.add("重新读取未成、仍用原来读数的 " + kept.size() + " 件：");
            lines.addAll(
                    listed(kept.stream().map(d -> d.path() + "：" + d.message()).toList()));
        }
        if (refused > 0) {
            lines.add("重新读取后仍然退回的 " + refused + " 件，与原来相同");
        }
        if (!gone.isEmpty()) {
            lines.add("不能重新读取的 " + gone.size() + " 件：");
            lines.addAll(listed(gone));
        }
        if (older > 0) {
            lines.add("另有 " + older + " 件是由旧的读取程序（程序更新、表式或密码变动之前）读取的；重新读取：./tongcang reread");
        }
        return lines;
    }

    /** Whether something was to be read again, however it went. */
    public boolean isAnything() {
        return !changes.isEmpty() || !kept.isEmpty() || refused > 0 || !gone.isEmpty();
    }

    private static List<String> listed(List<String> all) {
        List<String> shown = new ArrayList<>();
        all.stream().limit(SHOWN).forEach(line -> shown.add("  " + line));
        if (all.size() > SHOWN) {
            shown.add("  等 " + all.size() + " 件，全部见运行日志");
        }
        return shown;
    }

    /** All of them in a line. */
    static String total(List<RereadChanges.Change> changes) {
        return "重新读取 " + changes.size() + " 件：数值新增 "
                + changes.stream().mapToLong(RereadChanges.Change::added).sum() + " 个，改变 "
                + changes.stream().mapToLong(RereadChanges.Change::changed).sum() + " 个，消失 "
                + changes.stream().mapToLong(RereadChanges.Change::gone).sum() + " 个";
    }

    private static String line(RereadChanges.Change change) {
        String outcome = change.before().equals(change.after())
                ? ""
                : "，" + chinese(change.before()) + " → " + chinese(change.after());
        return change.path() + "：新增 " + change.added() + "，改变 " + change.changed() + "，消失 " + change.gone() + outcome
                + (change.example().isEmpty() ? "" : "；如 " + change.example());
    }

    private static String chinese(String outcome) {
        return switch (outcome) {
            case "taken" -> "已采用";
            case "refused" -> "退回";
            default -> "无数据";
        };
    }
}
