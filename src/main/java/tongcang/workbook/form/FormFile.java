package tongcang.workbook.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tongcang.Measure;
import tongcang.quantity.Units;
import tongcang.workbook.table.HeadWords;

/** Reads a declaration of a form; whatever is wrong in it stops the run with file and line. */
public final class FormFile {
    private static final List<String> MEANING =
            List.of("label", "indicator", "members", "measure", "unit", "region", "period");

    private final String file;
    private final Units units;

    public FormFile(String file, Units units) {
        this.file = file;
        this.units = units;
    }

    /** The forms of a file, which are apart by {@code ---}. */
    public List<Form> read(String text) {
        return YamlPart.read(file, text).stream().map(this::form).toList();
    }

    private Form form(YamlPart whole) {
        Map<String, YamlPart> parts = whole.map("form", "title", "stub", "rows", "columns");
        String title = YamlPart.text(parts, "title");
        List<Form.Column> columns = new ArrayList<>();
        Set<String> heads = new HashSet<>();
        for (YamlPart column : required(whole, parts, "columns").list()) {
            columns.add(column(column, heads));
        }
        YamlPart rows = required(whole, parts, "rows");
        List<Form.Row> labels = new ArrayList<>();
        if (!rows.isText()) {
            Set<String> known = new HashSet<>();
            rows.list().forEach(row -> labels.add(row(row, known)));
        }
        Form.RowsAre are = rows.isText()
                ? rows.oneOf(new Form.RowsAre[] {Form.RowsAre.REGIONS, Form.RowsAre.PERIODS})
                : Form.RowsAre.LABELS;
        checkOneSideNames(rows, columns, labels);
        return new Form(
                file,
                required(whole, parts, "form").text(),
                title.isEmpty() ? null : HeadWords.pattern(title),
                required(whole, parts, "stub").text(),
                columns,
                are,
                labels);
    }

    private static void checkOneSideNames(YamlPart rows, List<Form.Column> columns, List<Form.Row> labels) {
        boolean columnsName =
                columns.stream().anyMatch(c -> !c.meaning().indicator().isEmpty());
        if (columnsName && !labels.isEmpty()) {
            throw rows.wrong("rows and columns both name what is measured; expected indicators in one of them only");
        }
    }

    private static YamlPart required(YamlPart whole, Map<String, YamlPart> parts, String key) {
        @Nullable YamlPart part = parts.get(key);
        if (part == null) {
            throw whole.wrong("'" + key + "' is missing");
        }
        return part;
    }

    private Form.Column column(YamlPart part, Set<String> heads) {
        Map<String, YamlPart> parts = part.map(keys("head", "is"));
        String head = required(part, parts, "head").text();
        if (!heads.add(HeadWords.key(head))) {
            throw part.wrong("the head '" + head + "' stands twice; write heads of several levels as 'A / B'");
        }
        @Nullable YamlPart is = parts.get("is");
        Form.Use use = is == null ? Form.Use.FIGURES : is.oneOf(new Form.Use[] {Form.Use.UNIT, Form.Use.IGNORED});
        Form.Meaning meaning = meaning(part, parts, head);
        if ((is == null) == meaning.isEmpty()) {
            throw part.wrong(
                    "the head '" + head + "' must be mapped or ignored: give one of indicator, measure, unit, region,"
                            + " period (stated: as the head says), or 'is: unit' or 'is: ignored'");
        }
        return new Form.Column(head, HeadWords.pattern(head), use, meaning);
    }

    private Form.Row row(YamlPart part, Set<String> known) {
        Map<String, YamlPart> parts = part.map(keys("row", "is"));
        String label = required(part, parts, "row").text();
        if (!known.add(HeadWords.rowKey(label))) {
            throw part.wrong("the row '" + label + "' stands twice; write rows under others as 'A / B'");
        }
        boolean ignored = parts.containsKey("is");
        if (ignored) {
            Objects.requireNonNull(parts.get("is")).oneOf(new Form.Use[] {Form.Use.IGNORED});
        }
        Form.Meaning meaning = meaning(part, parts, label);
        if (!ignored && meaning.isEmpty()) {
            throw part.wrong("the row '" + label + "' must be mapped or ignored: give an indicator, or 'is: ignored'");
        }
        return new Form.Row(label, ignored, meaning);
    }

    private static String[] keys(String... more) {
        List<String> keys = new ArrayList<>(Arrays.asList(more));
        keys.addAll(MEANING);
        return keys.toArray(String[]::new);
    }

    private Form.Meaning meaning(YamlPart part, Map<String, YamlPart> parts, String words) {
        @Nullable YamlPart unit = parts.get("unit");
        if (unit != null && units.parse(unit.text()).isEmpty()) {
            throw unit.wrong("unknown unit '" + unit.text() + "'; add it to seeds/codelists/units.csv or correct it");
        }
        @Nullable YamlPart measure = parts.get("measure");
        @Nullable YamlPart period = parts.get("period");
        String indicator = YamlPart.text(parts, "indicator");
        String label = YamlPart.text(parts, "label");
        if (!indicator.isEmpty() && label.isEmpty() && words.contains("{")) {
            throw part.wrong("'" + words + "' changes from table to table; give a 'label' for the indicator");
        }
        if (indicator.isEmpty() && parts.containsKey("members")) {
            throw part.wrong("'members' divide an indicator; give the 'indicator' too");
        }
        boolean names = !indicator.isEmpty() || parts.containsKey("label");
        return new Form.Meaning(
                part.line(),
                label.isEmpty() && names ? words : label,
                indicator,
                YamlPart.text(parts, "members"),
                measure == null ? null : measure.oneOf(Measure.values()),
                YamlPart.text(parts, "unit"),
                YamlPart.text(parts, "region"),
                period == null ? null : period.oneOf(Form.Time.values()));
    }
}
