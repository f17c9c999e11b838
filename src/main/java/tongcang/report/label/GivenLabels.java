package tongcang.report.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tongcang.Measure;

/** The labels given to the figures of a sentence so far, for those that are told of the same. */
final class GivenLabels {
    /** No list takes up more labels than these: keeps endless sentences linear. */
    private static final int MOST = 80;

    /** What names nothing alone. */
    private static final Pattern SHORT = Pattern.compile("设施|成果|基地|中心|平台|工程|线路|站点");

    private static final Pattern GRADED = Pattern.compile("新增|新建|其中");

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

    /** 国家重大科技基础设施, where that was counted right before these 设施. */
    String longer(String noun) {
        String before = given.isEmpty() ? "" : given.get(given.size() - 1).label();
        boolean same = SHORT.matcher(noun).matches()
                && before.length() > noun.length() + 2
                && before.endsWith(noun)
                && !GRADED.matcher(before).find();
        return same ? before : noun;
    }

    /** The last {@code size} different labels; empty where so many have not been given. */
    Optional<List<String>> last(int size) {
        List<String> labels = given.stream().map(Given::label).distinct().toList();
        return labels.size() < size
                ? Optional.empty()
                : Optional.of(labels.subList(labels.size() - size, labels.size()));
    }
}
