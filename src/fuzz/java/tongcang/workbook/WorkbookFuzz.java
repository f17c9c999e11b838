package tongcang.workbook;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import tongcang.Figure;
import tongcang.Provenance;
import tongcang.Reading;
import tongcang.coding.Codelists;
import tongcang.fuzz.Laws;
import tongcang.fuzz.Scratch;
import tongcang.quantity.Units;
import tongcang.support.Limits;
import tongcang.workbook.file.WorkbookFile;
import tongcang.workbook.file.WorkbookSettings;
import tongcang.workbook.form.Forms;
import tongcang.workbook.grid.Cell;
import tongcang.workbook.grid.Grid;
import tongcang.workbook.label.LabelReader;
import tongcang.workbook.layout.LayoutMemory;
import tongcang.workbook.layout.SheetReading;
import tongcang.workbook.page.CellRoles;
import tongcang.workbook.page.Role;
import tongcang.workbook.table.RowKinds;

/** Drives the reader of workbooks: bytes as delivered, parts of an .xlsx, and sheets of words and numbers in every format. */
public final class WorkbookFuzz {
    private static final Limits LIMITS = new Limits(1 << 20, 8 << 20, 100_000, 16, Duration.ofSeconds(20));
    private static final Units UNITS = Codelists.load(Path.of("seeds/codelists")).units();
    private static final LabelReader HEADS = new LabelReader(UNITS);
    private static final WorkbookReader READER = new WorkbookReader(UNITS, LIMITS);
    private static final String FORMS = "fpxcho";
    /** Only what the page itself is made of. */
    private static final Set<String> ELEMENTS = Set.of(
            "#root", "html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "ul", "li", "div", "table",
            "tbody", "tr", "th", "td");

    private static final Set<String> ATTRIBUTES =
            Set.of("lang", "charset", "class", "colspan", "rowspan", "data-t");

    private WorkbookFuzz() {}

    /**
     * The first byte tells the form: a {@code f}ile, {@code p}arts of an .xlsx, or a sheet as .{@code x}lsx, .{@code c}sv,
     * .{@code h}tml or {@code o}ld .xls.
     */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        if (data.length < 2) {
            return;
        }
        int form = FORMS.indexOf(data[0]);
        form = form < 0 ? Math.floorMod(data[0], FORMS.length()) : form;
        if (form == 0) {
            check(Scratch.with(Arrays.copyOfRange(data, 1, data.length)));
        } else if (form == 1) {
            check(Scratch.with(parts(Scratch.parts(data, 1))));
        } else {
            sheet(new FuzzedSheet(data, 1), form);
        }
    }

    private static byte[] parts(List<byte[]> parts) {
        Map<String, byte[]> zip = new LinkedHashMap<>();
        zip.put("xl/worksheets/sheet1.xml", Scratch.part(parts, 0, ""));
        zip.put("xl/sharedStrings.xml", Scratch.part(parts, 1, "<sst/>"));
        zip.put("xl/styles.xml", Scratch.part(parts, 2, FuzzedSheet.STYLES));
        zip.put("xl/workbook.xml", Scratch.part(parts, 3, FuzzedSheet.WORKBOOK));
        zip.put("xl/_rels/workbook.xml.rels", Scratch.part(parts, 4, FuzzedSheet.RELATIONS));
        return Scratch.zip(zip);
    }

    private static void sheet(FuzzedSheet sheet, int form) throws IOException {
        Path file = Scratch.with(
                switch (form) {
                    case 2 -> sheet.xlsx();
                    case 3 -> sheet.csv(',');
                    case 4 -> sheet.html();
                    default -> sheet.xls();
                });
        Reading reading = check(file);
        boolean refused = reading.findings().stream().anyMatch(f -> f.rule().equals("workbook.corrupt"));
        Laws.hold(!refused, "a sound file is read: %s", reading.findings());
        if (form == 5 && sheet.isPlain()) {
            Reading other = READER.read(Scratch.with(sheet.xlsx()), "表.xls");
            Laws.hold(reading.equals(other), "the same cells say the same: %s and %s", reading, other);
        }
        if (form == 2 || form == 5) {
            Map<String, FuzzedSheet.Filled> cells = sheet.cells().stream()
                    .collect(Collectors.toMap(
                            f -> Cell.columnName(f.column()) + (f.row() + 1), f -> f, (a, b) -> b));
            for (Figure figure : reading.figures()) {
                Laws.hold(cells.containsKey(place(figure).cell()), "a figure has its cell: %s", figure);
                FuzzedSheet.Filled cell = Objects.requireNonNull(cells.get(place(figure).cell()));
                Laws.hold(
                        cell.number() == null
                                || figure.quantity().value().movePointLeft(cell.format() / 9 % 2 * 2).compareTo(cell.number()) == 0
                                || figure.quantity().value().compareTo(cell.number()) == 0
                                || isPercentOf(figure, cell.number()),
                        "a number is read as it is stored: %s",
                        figure);
            }
        }
    }

    /** Growth or a share that the sheet's own arithmetic shows to be written as a fraction. */
    private static boolean isPercentOf(Figure figure, BigDecimal number) {
        return figure.quantity().unit().equals("%")
                && figure.quantity().value().movePointLeft(2).compareTo(number) == 0;
    }

    private static Reading check(Path file) throws IOException {
        Reading reading = READER.read(file, "表.xls");
        Laws.ofReading(reading);
        Laws.hold(!reading.figures().isEmpty() || !reading.findings().isEmpty(), "something is said");
        if (Files.size(file) % 4 == 0) { // for speed: the same reading three times more
            READER.explain(file, "表.xls");
            READER.drafts(file, "表.xls", figure -> Optional.empty());
            page(READER.render(file, "表.xls", figure -> figure.label(), figure -> ""));
        }
        try {
            List<Grid> grids = new WorkbookFile(LIMITS, WorkbookSettings.DEFAULT).load(file, "表.xls");
            SheetReading.each(grids, "表.xls", new LayoutMemory(HEADS), Forms.NONE, WorkbookFuzz::nothingIsLost);
        } catch (WorkbookFile.Unreadable e) {
            Laws.hold(reading.figures().isEmpty() && reading.findings().size() == 1, "refused with one finding");
        }
        return reading;
    }

    /** A number is a figure, has a finding, stands in words around a table, or is counted among the left over. */
    private static void nothingIsLost(SheetReading sheet) {
        Grid grid = sheet.grid();
        CellRoles roles = new CellRoles(sheet, UNITS);
        RowKinds kinds = new RowKinds(grid);
        boolean told = sheet.findings().stream().anyMatch(f -> f.rule().equals("workbook.left-over"));
        List<String> lost = new ArrayList<>();
        grid.cells()
                .filter(cell -> RowKinds.isValue(cell) && roles.of(cell) == Role.IGNORED)
                .filter(cell -> kinds.isFigures(cell.row()))
                .forEach(cell -> lost.add(cell.address() + "=" + cell.text()));
        Laws.hold(told || lost.isEmpty(), "no number is lost: %s", lost);
        Map<String, String> words = grid.cells()
                .collect(Collectors.toMap(Cell::address, c -> c.text().strip(), (earlier, later) -> later));
        for (Figure figure : sheet.figures()) {
            String there = words.get(place(figure).cell());
            Laws.hold(place(figure).words().equals(there), "a figure's words are its cell's: %s", figure);
        }
        List<String> places = sheet.figures().stream().map(f -> place(f).cell()).toList();
        Laws.hold(Set.copyOf(places).size() == places.size(), "no cell is two figures: %s", places);
    }

    /** No words of a file become marks of a page. */
    private static void page(String html) {
        for (Element element : Jsoup.parse(html).getAllElements()) {
            Laws.hold(ELEMENTS.contains(element.tagName()), "the page's own element: %s", element.tagName());
            element.attributes()
                    .forEach(a -> Laws.hold(ATTRIBUTES.contains(a.getKey()), "the page's own attribute: %s", a.getKey()));
        }
    }

    private static Provenance.Cell place(Figure figure) {
        return (Provenance.Cell) figure.provenance();
    }
}
