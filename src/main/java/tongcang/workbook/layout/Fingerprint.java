package tongcang.workbook.layout;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tongcang.quantity.PeriodWords;
import tongcang.support.Sha256;
import tongcang.workbook.meaning.Axis;
import tongcang.workbook.meaning.TableContext;
import tongcang.workbook.meaning.TableLayout;
import tongcang.workbook.table.StubColumns;

/**
 * A layout's identity (版式指纹): the words of its heads and labels and how they are arranged, without numbers, years, months
 * and places. The same form has the same one next month, and however many places it lists.
 */
public final class Fingerprint {
    /** Hexadecimal digits: enough that no two of a million layouts share them by chance. */
    private static final int LENGTH = 16;

    private static final Pattern NUMBERS = Pattern.compile("[\\d０-９]+(?:[.．]\\d+)?");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Fingerprint() {}

    /** The fingerprint of a sheet's layout: {@value #LENGTH} hexadecimal digits. */
    public static String of(Layout layout) {
        String words = String.join("\n", words(layout).values());
        return Sha256.of(words.getBytes(StandardCharsets.UTF_8)).substring(0, LENGTH);
    }

    /** What goes into it, a line for each title, head and label, by where it stands: what two layouts differ in. */
    static Map<String, String> words(Layout layout) {
        Map<String, String> words = new LinkedHashMap<>();
        for (int i = 0; i < layout.tables().size(); i++) {
            TableLayout table = layout.tables().get(i);
            String name = "表" + (i + 1);
            words.put(name, title(table.context()));
            columns(table, name, words);
            rows(table, name, words);
        }
        return words;
    }

    private static String title(TableContext context) {
        return plain(context.form().isEmpty() ? context.label() + "/" + context.subject() : context.form());
    }

    private static void columns(TableLayout table, String name, Map<String, String> words) {
        int left = table.table().left();
        for (int stub : table.table().stubs()) {
            StubColumns.Kind kind = table.stubs().getOrDefault(stub, StubColumns.Kind.SKIP);
            words.put(name + "行头" + (stub - left), kind + "|" + head(table.head(stub), ""));
        }
        for (int column : table.table().columns()) {
            @Nullable Axis axis = table.columns().get(column);
            String head = head(table.head(column), axis == null ? "" : axis.region());
            words.put(name + "列" + (column - left), head + "|" + said(axis));
        }
    }

    /** A head's words without its time and place. */
    static String head(String words, String region) {
        return plain(PeriodWords.without(region.isEmpty() ? words : words.replace(region, "")));
    }

    /** Rows of places and of times are as many as a list has; only that there are some counts. */
    private static void rows(TableLayout table, String name, Map<String, String> words) {
        List<String> rows = new ArrayList<>();
        for (int row : table.table().rows()) {
            String said = said(table.rows().get(row));
            if (!said.isEmpty() && (rows.isEmpty() || !rows.get(rows.size() - 1).equals(said))) {
                rows.add(said);
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            words.put(name + "行" + i, rows.get(i));
        }
    }

    private static String said(@Nullable Axis axis) {
        if (axis == null) {
            return "";
        }
        boolean timed = axis.period() != null || !axis.monthly().isEmpty();
        List<String> said = new ArrayList<>();
        axis.path().forEach(label -> said.add(plain(label)));
        said.add(axis.unit());
        said.add(timed ? "时期" : "");
        said.add(axis.relative().isSaid() ? axis.relative().toString() : "");
        said.add(axis.measure() == null ? "" : axis.measure().code());
        said.add(axis.region().isEmpty() ? "" : "地区");
        said.add(plain(axis.base()));
        said.removeIf(String::isEmpty);
        return String.join("|", said);
    }

    /** Words without spaces, a number as #. */
    static String plain(String words) {
        return SPACES.matcher(NUMBERS.matcher(words).replaceAll("#")).replaceAll("");
    }
}
