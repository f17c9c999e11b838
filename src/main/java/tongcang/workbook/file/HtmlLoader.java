package tongcang.workbook.file;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import tongcang.support.Limits;
import tongcang.workbook.grid.Cell;
import tongcang.workbook.grid.CellNumbers;
import tongcang.workbook.grid.CellText;
import tongcang.workbook.grid.Grid;
import tongcang.workbook.grid.Hidden;
import tongcang.workbook.grid.TooMuch;

/**
 * Loads a web page that was saved as a workbook: its tables one below the other on one sheet, as Excel shows them, the
 * words between them in rows of their own.
 */
final class HtmlLoader {
    /** A page is held in memory whole, at many times its size. */
    private static final int MOST_CHARACTERS = 16 << 20;

    private static final int WIDEST = 1000;

    /** Stands for a line break that the page itself sets, while its source is brought into lines. */
    private static final String LINE = "\uE000";

    private final Limits limits;
    private final List<Cell> cells = new ArrayList<>();
    private final List<Grid.Area> areas = new ArrayList<>();
    private final Hidden hidden = Hidden.of(false);
    private final StringBuilder words = new StringBuilder();
    private long places;
    private int row;

    HtmlLoader(Limits limits) {
        this.limits = limits;
    }

    Grid load(Reader in, String name) throws IOException {
        Document page = Jsoup.parse(text(in));
        walk(page.body());
        flush();
        return new Grid(name, cells, areas, hidden);
    }

    private static String text(Reader in) throws IOException {
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[1 << 14];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            text.append(buffer, 0, read);
            if (text.length() > MOST_CHARACTERS) {
                throw new TooMuch();
            }
        }
        return text.toString();
    }

    /** Tables of layout have tables inside; those hold the figures. */
    private void walk(Element element) {
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode text) {
                words.append(text.getWholeText());
            } else if (child instanceof Element inner) {
                if (inner.nameIs("table") && inner.select("table").size() == 1) {
                    flush();
                    table(inner);
                    row++;
                } else if (!inner.nameIs("script") && !inner.nameIs("style")) {
                    walk(inner);
                    if (inner.isBlock() || inner.nameIs("br")) {
                        flush();
                    }
                }
            }
        }
    }

    private void flush() {
        String text = CellText.clean(words.toString());
        words.setLength(0);
        if (!text.isEmpty()) {
            count(1);
            cells.add(new Cell(row++, 0, text, null, "", Cell.Kind.TEXT));
        }
    }

    private void table(Element table) {
        table.select("caption").forEach(caption -> words.append(caption.text()));
        flush();
        List<Element> rows = table.select("tr");
        Map<Integer, BitSet> taken = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            hidden.rows().set(row, rows.get(i).attr("style").replace(" ", "").contains("display:none"));
            int column = 0;
            for (Element cell : rows.get(i).select("> td, > th")) {
                column = taken.computeIfAbsent(row, r -> new BitSet()).nextClearBit(column);
                int height = span(cell, "rowspan", rows.size() - i);
                int width = span(cell, "colspan", WIDEST);
                take(taken, column, height, width);
                cell(cell, column);
                column += width;
            }
            taken.remove(row);
            row++;
        }
    }

    private void take(Map<Integer, BitSet> taken, int column, int height, int width) {
        count((long) height * width);
        for (int r = row; r < row + height; r++) {
            taken.computeIfAbsent(r, k -> new BitSet()).set(column, column + width);
        }
        if (height > 1 || width > 1) {
            areas.add(new Grid.Area(row, row + height - 1, column, column + width - 1));
        }
    }

    private void count(long more) {
        places += more;
        if (places > limits.cells()) {
            throw new TooMuch();
        }
    }

    private static int span(Element cell, String name, int most) {
        String digits = cell.attr(name).strip();
        if (!digits.matches("\\d{1,9}")) {
            return 1;
        }
        int span = Integer.parseInt(digits);
        return span == 0 && name.equals("rowspan") ? most : Math.max(1, Math.min(span, most));
    }

    /** Excel's own pages keep the stored number beside the one shown ({@code x:num}). */
    private void cell(Element cell, int column) {
        cell.select("br").forEach(br -> br.replaceWith(new TextNode(LINE)));
        String text = cell.wholeText()
                .replaceAll("[ \\t\\r\\n]+", " ")
                .replaceAll(" *" + LINE + " *", "\n")
                .replaceAll("^\\s+|\\s+$", "")
                .replace('\u00a0', ' ');
        String stored = cell.attr("x:num").strip();
        if (stored.matches("-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d{1,3})?")) {
            String format = text.endsWith("%") ? "0%" : "";
            cells.add(CellNumbers.cell(row, column, Double.parseDouble(stored), format));
        } else if (!text.isBlank()) {
            cells.add(new Cell(row, column, text, null, "", Cell.Kind.TEXT));
        }
    }
}
