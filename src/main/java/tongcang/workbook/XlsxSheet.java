package tongcang.workbook;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads one sheet part: cells by their own addresses, merged areas, what is hidden. */
final class XlsxSheet {
    private static final int ROWS = 1 << 20;
    private static final int COLUMNS = 1 << 14;

    private final String name;
    private final List<String> strings;
    private final List<String> formats;
    private final Runnable counter;
    private final List<Cell> cells = new ArrayList<>();
    private final List<Grid.Area> areas = new ArrayList<>();
    private int row = -1;
    private int column = -1;
    private final BitSet hiddenRows = new BitSet();
    private final BitSet hiddenColumns = new BitSet();

    /**
     * Prepares a sheet.
     *
     * @param counter called for every cell; may throw
     */
    XlsxSheet(String name, List<String> strings, List<String> formats, Runnable counter) {
        this.name = name;
        this.strings = strings;
        this.formats = formats;
        this.counter = counter;
    }

    /** The sheet where its part is missing. */
    Grid empty(boolean hidden) {
        return grid(hidden);
    }

    Grid read(XMLStreamReader xml, boolean hidden) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                element(xml);
            }
        }
        return grid(hidden);
    }

    private Grid grid(boolean hidden) {
        return new Grid(name, cells, areas, new Hidden(hidden, hiddenRows, hiddenColumns));
    }

    private void element(XMLStreamReader xml) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "row" -> {
                String number = Xml.attribute(xml, "r");
                row = number.isEmpty() ? row + 1 : Math.min(ROWS, Integer.parseInt(number)) - 1;
                column = -1;
                hiddenRows.set(row, isTrue(Xml.attribute(xml, "hidden")));
            }
            case "col" -> columns(xml);
            case "c" -> cell(xml).ifPresent(cells::add);
            case "mergeCell" -> {
                counter.run();
                area(Xml.attribute(xml, "ref")).ifPresent(areas::add);
            }
            default -> {}
        }
    }

    private void columns(XMLStreamReader xml) {
        if (isTrue(Xml.attribute(xml, "hidden"))) {
            int first = Math.max(1, Integer.parseInt(Xml.attribute(xml, "min")));
            int last = Math.min(COLUMNS, Integer.parseInt(Xml.attribute(xml, "max")));
            hiddenColumns.set(first - 1, Math.max(first - 1, last));
        }
    }

    private static boolean isTrue(String flag) {
        return flag.equals("1") || flag.equals("true");
    }

    private Optional<Cell> cell(XMLStreamReader xml) throws XMLStreamException {
        counter.run();
        String reference = Xml.attribute(xml, "r");
        int[] place = reference.isEmpty() ? new int[] {row, column + 1} : place(reference);
        column = place[1];
        String type = Xml.attribute(xml, "t");
        String style = Xml.attribute(xml, "s");
        String value = "";
        boolean formula = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "v" -> value = xml.getElementText();
                    case "f" -> formula = true;
                    case "is" -> value = XlsxParts.richText(xml, "is");
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("c")) {
                break;
            }
        }
        return cell(place, type, value, format(style), formula);
    }

    private String format(String style) {
        int index = style.isEmpty() ? 0 : Integer.parseInt(style);
        return index < formats.size() ? formats.get(index) : "";
    }

    private Optional<Cell> cell(int[] place, String type, String value, String format, boolean formula) {
        if (value.isBlank()) {
            return formula
                    ? Optional.of(new Cell(place[0], place[1], "", null, "", Cell.Kind.UNCALCULATED))
                    : Optional.empty();
        }
        return switch (type) {
            case "s" -> {
                int index = Integer.parseInt(value.strip());
                String text = index >= 0 && index < strings.size() ? strings.get(index) : "";
                yield text.isBlank()
                        ? Optional.empty()
                        : Optional.of(new Cell(place[0], place[1], text, null, "", Cell.Kind.TEXT));
            }
            case "str", "inlineStr" -> Optional.of(new Cell(place[0], place[1], value, null, "", Cell.Kind.TEXT));
            case "b" ->
                Optional.of(
                        new Cell(place[0], place[1], value.equals("1") ? "TRUE" : "FALSE", null, "", Cell.Kind.TEXT));
            case "e" -> Optional.of(new Cell(place[0], place[1], value, null, "", Cell.Kind.ERROR));
            case "d" -> Optional.of(new Cell(place[0], place[1], value, null, "", Cell.Kind.TEXT));
            default -> Optional.of(Numbers.cell(place[0], place[1], Double.parseDouble(value.strip()), format));
        };
    }

    private static Optional<Grid.Area> area(String reference) {
        String[] corners = reference.split(":", 2);
        if (corners.length < 2) {
            return Optional.empty();
        }
        int[] first = place(corners[0]);
        int[] last = place(corners[1]);
        return Optional.of(new Grid.Area(first[0], last[0], first[1], last[1]));
    }

    /** Row and column, 0-based, of an A1 address. */
    private static int[] place(String reference) {
        int column = 0;
        int i = 0;
        while (i < reference.length() && Character.isLetter(reference.charAt(i))) {
            column = column * 26 + Character.toUpperCase(reference.charAt(i)) - 'A' + 1;
            i++;
        }
        int row = Integer.parseInt(reference.substring(i));
        if (column < 1 || column > COLUMNS || row < 1 || row > ROWS) {
            throw new IllegalArgumentException("no address: " + reference);
        }
        return new int[] {row - 1, column - 1};
    }
}
