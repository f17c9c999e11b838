package tongcang.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tongcang.Figure;
import tongcang.Finding;
import tongcang.Provenance;
import tongcang.Reading;
import tongcang.quantity.Numerals;
import tongcang.report.meaning.FigureReader;
import tongcang.report.text.LineTable;

/** Has the tables of a text read, and puts what comes back into the text's places. */
final class LineTableReader {
    /** A row that is numbered is an item of an account and names itself, as prose would name it. */
    private static final Pattern NUMBERED =
            Pattern.compile("^(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十\\d]{1,3}[)）]|\\d{1,2}[.．、](?!\\d)).*");

    private final TableReading tables;
    private final FigureReader reader;
    private final BitSet lines = new BitSet();
    private final Map<Integer, List<Figure>> byLine = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    LineTableReader(TableReading tables, FigureReader reader) {
        this.tables = tables;
        this.reader = reader;
    }

    /** The figures of a table, in the text's order; none where it holds none. */
    List<Figure> read(LineTable table) {
        Map<String, LineTable.Cell> cells = new HashMap<>();
        Map<String, LineTable.Cell> labels = new HashMap<>();
        for (int row = 0; row < table.rows().size(); row++) {
            List<LineTable.Cell> all = table.rows().get(row);
            for (int column = 0; column < all.size(); column++) {
                String address = Provenance.Cell.columnName(column) + (row + 1);
                cells.put(address, all.get(column));
                labels.put(address, all.get(0));
            }
        }
        Reading reading = tables.read(table.rows().stream()
                .map(row -> row.stream().map(LineTable.Cell::words).toList())
                .toList());
        List<Figure> figures = new ArrayList<>();
        for (Figure figure : reading.figures()) {
            String address = ((Provenance.Cell) figure.provenance()).cell();
            LineTable.Cell cell = cells.get(address);
            LineTable.Cell label = labels.get(address);
            if (cell != null && label != null) {
                figures.add(reader.ofTable(figure, span(cell), label(figure.label(), label.words())));
            }
        }
        if (!figures.isEmpty()) {
            table.body().forEach(row -> row.forEach(cell -> lines.set(cell.line())));
            reading.findings().forEach(finding -> findings.add(placed(finding, cells, table)));
        }
        figures.sort(Comparator.comparingInt((Figure f) -> line(f))
                .thenComparingInt(f -> ((Provenance.TextSpan) f.provenance()).start()));
        figures.forEach(
                f -> byLine.computeIfAbsent(line(f), line -> new ArrayList<>()).add(f));
        return figures;
    }

    /** Whether a line was read as one of a table. */
    boolean isRead(int line) {
        return lines.get(line);
    }

    /** What is to be told of the tables. */
    List<Finding> findings() {
        return findings;
    }

    /** The figure whose number begins at a place; null where it is none, or what follows in the same cell. */
    @Nullable
    Figure figure(Provenance.TextSpan place) {
        return byLine.getOrDefault(place.line(), List.of()).stream()
                .filter(f -> f.provenance() instanceof Provenance.TextSpan s
                        && s.start() <= place.start()
                        && place.end() <= s.end()
                        && s.words()
                                .substring(0, place.start() - s.start())
                                .chars()
                                .noneMatch(LineTableReader::isNumeral))
                .findFirst()
                .orElse(null);
    }

    private static boolean isNumeral(int c) {
        return Character.isDigit(c) || Numerals.isChinese((char) c);
    }

    private static int line(Figure figure) {
        return ((Provenance.TextSpan) figure.provenance()).line();
    }

    private static String label(String path, String row) {
        return NUMBERED.matcher(row).matches()
                ? path.substring(
                        path.lastIndexOf(Figure.PATH) + (path.contains(Figure.PATH) ? Figure.PATH.length() : 1))
                : path;
    }

    private static Provenance.TextSpan span(LineTable.Cell cell) {
        return new Provenance.TextSpan(cell.line(), cell.start(), cell.end(), cell.words());
    }

    /** A finding of one cell stands there; one of the table where that begins. */
    private static Finding placed(Finding finding, Map<String, LineTable.Cell> cells, LineTable table) {
        LineTable.Cell first = table.body().get(0).get(0);
        LineTable.Cell cell =
                finding.provenance() instanceof Provenance.Cell at ? cells.getOrDefault(at.cell(), first) : first;
        return new Finding(
                finding.rule(),
                finding.severity(),
                span(cell),
                finding.found(),
                finding.expected(),
                finding.message(),
                finding.count());
    }
}
