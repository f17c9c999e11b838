package tongcang.warehouse.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a rule found, a thousand rows of each submission at most, whatever the order in which the engine tells them. */
final class FirstOfEach {
    /** As many as a reader lists of one kind. */
    private static final int MOST = 1000;

    /** Behind every submission's id. */
    private static final String LAST = "\uFFFF";

    /** A row with how many it stands for. */
    record Row(List<@Nullable String> cells, long count) {}

    /** The least rows of a submission, the greatest of them first, and the number of all. */
    private static final class Group {
        private final PriorityQueue<List<@Nullable String>> least;
        private long all;

        Group(Comparator<List<@Nullable String>> order) {
            this.least = new PriorityQueue<>(order.reversed());
        }

        void add(List<@Nullable String> row) {
            all++;
            least.add(row);
            if (least.size() > MOST) {
                least.remove();
            }
        }

        List<Row> rows(Comparator<List<@Nullable String>> order) {
            List<Row> rows = new ArrayList<>();
            List<List<@Nullable String>> kept = new ArrayList<>(least);
            kept.sort(order);
            for (List<@Nullable String> row : kept) {
                rows.add(new Row(row, 1));
            }
            if (all > least.size()) {
                rows.add(new Row(beyond(rows.get(0).cells(), all - least.size()), all - least.size()));
            }
            return rows;
        }

        private static List<@Nullable String> beyond(List<@Nullable String> first, long count) {
            List<@Nullable String> cells = new ArrayList<>(first.subList(0, AuditRules.PLACE));
            cells.addAll(List.of(
                    "", "另有 " + count + " 处", "", "同类问题已逐条列出 " + MOST + " 处，另有 " + count + " 处不再逐条列出；请按同样的办法一并核对"));
            return cells;
        }
    }

    private final Comparator<List<@Nullable String>> order;
    private final TreeMap<String, Group> groups = new TreeMap<>();

    /** Takes rows in this order, which a submission's rows have among themselves. */
    FirstOfEach(Comparator<List<@Nullable String>> order) {
        this.order = order;
    }

    void add(List<@Nullable String> row) {
        String submission = Objects.requireNonNullElse(row.get(AuditRules.SUBMISSION), LAST);
        groups.computeIfAbsent(submission, id -> new Group(order)).add(row);
    }

    /** By submission; those that are no submission's come last. */
    List<Row> rows() {
        return groups.values().stream()
                .flatMap(group -> group.rows(order).stream())
                .toList();
    }
}
