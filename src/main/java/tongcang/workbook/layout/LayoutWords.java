package tongcang.workbook.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tongcang.Figure;
import tongcang.SheetLayout;
import tongcang.quantity.PeriodWords;
import tongcang.workbook.label.TitleWords;
import tongcang.workbook.meaning.Axis;
import tongcang.workbook.meaning.TableContext;
import tongcang.workbook.meaning.TableLayout;

/**
 * A layout's fingerprint, and its heads and labels as people read them: what the ledger keeps of it, to tell which of them
 * changed.
 */
final class LayoutWords {
    /** Heads and labels that are kept; a list of more is told by its first. */
    private static final int MOST = 400;
    /** Characters of one. */
    private static final int LONGEST = 80;

    private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z]{2,5}(?:\\.[A-Za-z]{2,5})?$");

    private final String fingerprint;
    private final List<String> heads;

    private LayoutWords(String fingerprint, List<String> heads) {
        this.fingerprint = fingerprint;
        this.heads = List.copyOf(heads);
    }

    static LayoutWords of(Layout layout) {
        List<String> heads = new ArrayList<>();
        layout.tables().forEach(table -> add(table, heads));
        return new LayoutWords(Fingerprint.of(layout), heads);
    }

    /** All that the words of a layout depend on; two that are equal have the same. */
    static List<Object> key(Layout layout) {
        List<Object> key = new ArrayList<>();
        for (TableLayout table : layout.tables()) {
            TableContext around = table.context();
            key.addAll(List.of(around.label(), around.subject(), around.form(), table.table(), table.heads()));
            key.addAll(List.of(table.stubs(), table.columns(), table.rows()));
        }
        return key;
    }

    /** What is kept of a sheet with a layout of these words. {@code fileName} is the name as delivered. */
    SheetLayout of(Layout layout, String fileName) {
        if (layout.tables().isEmpty()) {
            return new SheetLayout(layout.sheet(), "", "", fingerprint, List.of());
        }
        TableContext first = layout.tables().get(0).context();
        String file = EXTENSION.matcher(fileName).replaceFirst("");
        return new SheetLayout(
                layout.sheet(),
                name(first.title(), first.region()),
                name(file, TitleWords.placeBefore(file))
                        + "/"
                        + name(layout.sheet(), TitleWords.placeBefore(layout.sheet())),
                fingerprint,
                heads);
    }

    private static void add(TableLayout table, List<String> heads) {
        add(SheetLayout.TITLE, title(table.context()), heads);
        for (int stub : table.table().stubs()) {
            add(SheetLayout.STUB, Fingerprint.head(table.head(stub), ""), heads);
        }
        for (int column : table.table().columns()) {
            Axis axis = table.columns().get(column);
            String head = Fingerprint.head(table.head(column), axis == null ? "" : axis.region());
            add(SheetLayout.COLUMN, head.isEmpty() ? label(axis) : withUnit(head, axis), heads);
        }
        for (int row : table.table().rows()) {
            add(SheetLayout.ROW, label(table.rows().get(row)), heads);
        }
    }

    private static String title(TableContext context) {
        String said = context.label().isEmpty() ? context.subject() : context.label();
        return Fingerprint.plain(context.form().isEmpty() ? said : context.form());
    }

    private static void add(String kind, String words, List<String> heads) {
        String line = kind + words.substring(0, Math.min(LONGEST, words.length()));
        boolean again = !heads.isEmpty() && heads.get(heads.size() - 1).equals(line);
        if (!words.isEmpty() && !again && heads.size() < MOST) {
            heads.add(line);
        }
    }

    private static String label(@Nullable Axis axis) {
        return axis == null ? "" : withUnit(Fingerprint.plain(String.join(Figure.PATH, axis.path())), axis);
    }

    private static String withUnit(String words, @Nullable Axis axis) {
        return axis == null || axis.unit().isEmpty() || words.isEmpty() || words.contains(axis.unit())
                ? words
                : words + "（" + axis.unit() + "）";
    }

    private static String name(String words, String place) {
        String timeless = PeriodWords.without(place.isEmpty() ? words : words.replace(place, ""));
        return Fingerprint.plain(timeless).replace("#", "");
    }
}
