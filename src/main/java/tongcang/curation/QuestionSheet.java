package tongcang.curation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tongcang.LabelDecision.Reach;
import tongcang.UnknownLabel;
import tongcang.UnknownName;

/**
 * Writes the workbook that asks a statistician what has no code: labels on the first sheet, one a row, the heaviest first;
 * places, departments, units, members and labels without a unit on sheets of their own.
 */
public final class QuestionSheet {
    private static final String HOW = "请在黄色各列填写：“选定指标”从下拉列表中选（也可直接填代码或名称）；列表中没有的，选“" + Heads.NEW + "”并填写其后各列；不需要的，选“"
            + Heads.NOT_FOR_US + "”。不作决定的行留空。白色各列请不要改动。填好后运行 tongcang curate apply 本文件";

    /** A sheet holds no longer text; a label is never cut, it is left out. */
    private static final int LONGEST = 1000;

    private final Map<String, String> indicators;
    private final List<String> members;
    private final List<String> subjects;
    private final List<String> units;

    /**
     * @param indicators names by code, in the order to be offered
     * @param members members of classifications as {@code dimension=member 名称}
     * @param subjects names of subjects, for a new indicator
     * @param units spellings of units, for a new indicator
     */
    public QuestionSheet(
            Map<String, String> indicators, List<String> members, List<String> subjects, List<String> units) {
        this.indicators = indicators;
        this.members = List.copyOf(members);
        this.subjects = List.copyOf(subjects);
        this.units = List.copyOf(units);
    }

    /**
     * Writes the workbook under a temporary name and then renames it: it is there whole or not at all.
     *
     * @param offered what the names of each kind may mean, as {@code CODE 名称}
     */
    public void write(
            Path file, List<UnknownLabel> labels, List<UnknownName> names, Map<UnknownName.Kind, List<String>> offered)
            throws IOException {
        List<FormSheet> sheets = new ArrayList<>(List.of(new FormSheet(
                Heads.SHEET, HOW, Heads.TOLD, Heads.FILLED, offered(), Set.of(Heads.LABEL, "示例"), rows(labels))));
        sheets.addAll(NameSheets.of(names, offered));
        FormBook.write(file, sheets);
    }

    private List<List<String>> rows(List<UnknownLabel> labels) {
        Alike alike =
                new Alike(labels.stream().map(UnknownLabel::label).distinct().toList());
        List<List<String>> rows = new ArrayList<>();
        for (UnknownLabel label : labels) {
            if (label.label().length() <= LONGEST) {
                rows.add(row(rows.size() + 1, label, alike));
            }
        }
        return rows;
    }

    private List<String> row(int number, UnknownLabel label, Alike alike) {
        List<String> cells = new ArrayList<>(List.of(
                Integer.toString(number),
                label.label(),
                label.department(),
                label.form(),
                String.join("、", label.measures()),
                String.join("、", label.units()),
                Long.toString(label.figures()),
                label.firstSeen().toString(),
                String.join("\n", label.examples())));
        Heads.addNearest(cells, label.candidates().stream().map(this::choice).toList());
        cells.add(String.join("、", alike.to(label.label())));
        return cells;
    }

    private Map<String, List<String>> offered() {
        Map<String, List<String>> offered = new LinkedHashMap<>();
        offered.put(
                Heads.CHOICE,
                Stream.concat(
                                Stream.of(Heads.NEW, Heads.NOT_FOR_US),
                                indicators.keySet().stream().map(this::choice))
                        .toList());
        offered.put(Heads.REACH, Stream.of(Reach.values()).map(Reach::chinese).toList());
        offered.put(Heads.MEMBERS, members);
        offered.put(Heads.SUBJECT, subjects);
        offered.put(Heads.UNIT, units);
        offered.put(Heads.ADDITIVITY, Heads.ADDITIVITIES);
        offered.put(Heads.PRICE_BASIS, Heads.PRICE_BASES);
        return offered;
    }

    private String choice(String code) {
        return code + " " + indicators.getOrDefault(code, "");
    }
}
