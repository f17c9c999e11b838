package tongcang.report.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tongcang.Measure;

/** The labels given to the figures of a sentence so far, for those that are told of the same. */
final class GivenLabels {
    /** No list takes up more labels than these: keeps endless sentences linear. */
    private static final int MOST = 80;

    private record Given(String label, Measure measure) {}

    private final List<Given> given = new ArrayList<>();

    void clear() {
        given.clear();
    }

    void add(String label, Measure measure) {
        given.add(new Given(label, measure));
        if (given.size() > MOST) {
            given.remove(0);
        }
    }

    /** What a change without a label of its own is of: the share told right before, else {@code subject}. */
    String changed(String subject) {
        Given last = given.isEmpty() ? null : given.get(given.size() - 1);
        return last != null && last.measure() == Measure.SHARE ? last.label() : subject;
    }

    /** What a rate without a label of its own is of: the amount told right before, else {@code subject}. */
    String grown(String subject) {
        for (int i = given.size() - 1; i >= 0; i--) {
            Measure measure = given.get(i).measure();
            if (measure == Measure.LEVEL || measure == Measure.INCREMENT) {
                return given.get(i).label();
            }
        }
        return subject;
    }

    /** The last {@code size} different labels; empty where so many have not been given. */
    Optional<List<String>> last(int size) {
        List<String> labels = given.stream().map(Given::label).distinct().toList();
        return labels.size() < size
                ? Optional.empty()
                : Optional.of(labels.subList(labels.size() - size, labels.size()));
    }
}
