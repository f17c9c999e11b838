package tongcang.workbook.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tongcang.Figure;
import tongcang.Finding;
import tongcang.Provenance;
import tongcang.quantity.Units;
import tongcang.workbook.grid.Cell;
import tongcang.workbook.grid.Grid;
import tongcang.workbook.layout.SheetReading;

/**
 * Draws how a workbook was understood, as one page that needs nothing else: every sheet with its cells coloured by their
 * roles, and with a figure's meaning shown when the pointer is over it. The page is built as a tree, so that no words of
 * a workbook can become marks of the page.
 */
public final class SheetPage {
    /** A page for a person: what lies beyond is counted and not drawn. */
    private static final int ROWS = 2000;

    private static final int COLUMNS = 200;

    private static final String HELD = "待定，暂不采用：";

    private final Document page = Document.createShell("");
    private final Units units;
    private final Function<Figure, String> coding;
    private final Function<Figure, String> holds;

    /**
     * Begins a page.
     *
     * @param coding how a figure was coded, in words
     * @param holds why a figure is held, in words; empty where it is not
     */
    public SheetPage(String fileName, Units units, Function<Figure, String> coding, Function<Figure, String> holds) {
        this.units = units;
        this.coding = coding;
        this.holds = holds;
        page.outputSettings().prettyPrint(false);
        page.selectXpath("/html").attr("lang", "zh-CN");
        page.head().appendElement("meta").attr("charset", "UTF-8");
        page.title(fileName);
        page.head().appendElement("style").appendText(css());
        page.body().appendElement("h1").text(fileName);
        page.body().appendElement("p").text("程序对每个单元格的理解。把指针放在数值上，可看到它的单位、指标、时期、地区、口径和依据。");
        Element legend = page.body().appendElement("ul").addClass("legend");
        for (Role role : Role.values()) {
            legend.appendElement("li").addClass(role.css()).text(role.chinese());
        }
    }

    private static String css() {
        try (InputStream in = Objects.requireNonNull(SheetPage.class.getResourceAsStream("page.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page as HTML. */
    public String html() {
        return page.outerHtml();
    }

    /** Adds what is said of the file as a whole. */
    public void add(List<Finding> findings) {
        list(page.body(), findings);
    }

    /** Adds a sheet. */
    public void add(SheetReading sheet) {
        Element body = page.body();
        body.appendElement("h2").text(sheet.grid().sheet());
        body.appendElement("p")
                .text(sheet.tables().size() + " 个表，" + sheet.figures().size() + " 个数值，"
                        + sheet.findings().size() + " 条审核发现");
        Element tables = body.appendElement("ul");
        sheet.tables().forEach(part -> tables.appendElement("li").text(TableNotes.sentence(part)));
        if (sheet.grid().rowCount() > 0) {
            draw(body.appendElement("div").addClass("sheet").appendElement("table"), sheet);
        }
        list(body, sheet.findings());
    }

    private static void list(Element body, List<Finding> findings) {
        Element list = body.appendElement("ul");
        for (Finding finding : findings) {
            list.appendElement("li")
                    .addClass(finding.severity().name())
                    .text(finding.severity().chinese() + " " + finding.message());
        }
    }

    private void draw(Element table, SheetReading sheet) {
        Grid grid = sheet.grid();
        CellRoles roles = new CellRoles(sheet, units);
        Map<String, String> said = said(sheet);
        int columns = Math.min(COLUMNS, grid.columnCount());
        Element letters = table.appendElement("tr");
        letters.appendElement("th");
        for (int column = 0; column < columns; column++) {
            letters.appendElement("th").text(Cell.columnName(column));
        }
        TreeSet<Integer> filled = new TreeSet<>();
        grid.cells().forEach(cell -> filled.add(cell.row()));
        int drawn = 0;
        for (int row : filled) {
            if (drawn++ == ROWS) {
                break;
            }
            Element line = table.appendElement("tr");
            if (grid.hidden().rows().get(row)) {
                line.addClass("hidden");
            }
            line.appendElement("th").text(Integer.toString(row + 1));
            for (int column = 0; column < columns; column++) {
                place(line, grid, row, column, columns, roles, said);
            }
        }
        if (filled.size() > ROWS || grid.columnCount() > COLUMNS) {
            table.parents().get(1).appendElement("p").text("只画出前 " + ROWS + " 行、前 " + COLUMNS + " 列");
        }
    }

    /** A merged area is drawn at its first place, as wide and high as the page shows it. */
    private static void place(
            Element line, Grid grid, int row, int column, int columns, CellRoles roles, Map<String, String> said) {
        Optional<Grid.Area> area = grid.area(row, column);
        boolean first =
                area.map(a -> a.firstRow() == row && a.firstColumn() == column).orElse(true);
        if (!first) {
            return;
        }
        Element td = line.appendElement("td");
        area.ifPresent(a -> {
            int width = Math.min(columns, a.lastColumn() + 1) - a.firstColumn();
            long height = grid.cells()
                    .map(Cell::row)
                    .filter(r -> r >= a.firstRow() && r <= a.lastRow())
                    .distinct()
                    .count();
            attribute(td, "colspan", width);
            attribute(td, "rowspan", height);
        });
        grid.stored(row, column).ifPresent(cell -> {
            String words = said.get(cell.address());
            Role role = roles.of(cell);
            boolean held = role == Role.DATA && words != null && words.contains(HELD);
            td.addClass(held ? Role.HELD.css() : role.css()).text(cell.text());
            if (area.isEmpty() && roles.of(cell) == Role.TITLE) {
                td.addClass("over");
            }
            if (words != null) {
                td.attr("data-t", words);
            }
        });
    }

    private static void attribute(Element td, String name, long value) {
        if (value > 1) {
            td.attr(name, Long.toString(value));
        }
    }

    private Map<String, String> said(SheetReading sheet) {
        Map<String, String> said = new HashMap<>();
        for (Figure figure : sheet.figures()) {
            String held = holds.apply(figure);
            String words = FigureWords.of(figure, coding.apply(figure));
            said.put(
                    ((Provenance.Cell) figure.provenance()).cell(),
                    held.isEmpty() ? words : words + "\n" + HELD + held);
        }
        for (Finding finding : sheet.findings()) {
            if (finding.provenance() instanceof Provenance.Cell place) {
                said.merge(place.cell(), "审核发现：" + finding.message(), (a, b) -> a + "\n" + b);
            }
        }
        return said;
    }
}
