package tongcang.workbook.file;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import tongcang.workbook.grid.CellRows;
import tongcang.workbook.grid.Grid;
import tongcang.workbook.grid.Hidden;
import tongcang.workbook.grid.PackedCells;

/** Reads one sheet part: cells by their own addresses, merged areas, what is hidden. */
final class XlsxSheet {
    private final String name;
    private final List<String> strings;
    private final XlsxStyles styles;
    private final Runnable counter;
    private final PackedCells rows;
    private final List<Grid.Area> areas = new ArrayList<>();
    private final XlsxDecoders.Address address = new XlsxDecoders.Address();
    private final XlsxDecoders.Whole whole = new XlsxDecoders.Whole();
    private final XlsxDecoders.Type type = new XlsxDecoders.Type();
    private final XlsxDecimal number = new XlsxDecimal();
    private final XlsxDecoders.Text text = new XlsxDecoders.Text();
    private int row = -1;
    private int column = -1;
    private int format;
    private final BitSet hiddenRows = new BitSet();
    private final BitSet hiddenColumns = new BitSet();

    /**
     * Prepares a sheet.
     *
     * @param counter called for every cell and merged area; may throw
     */
    XlsxSheet(String name, List<String> strings, XlsxStyles styles, Runnable counter) {
        this.name = name;
        this.strings = strings;
        this.styles = styles;
        this.counter = counter;
        this.rows = new PackedCells(strings, styles.formats());
    }

    /** The sheet where its part is missing. */
    Grid empty(boolean hidden) {
        return grid(hidden);
    }

    Grid read(XMLStreamReader2 xml, boolean hidden) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                element(xml);
            }
        }
        rows.endRow(row);
        return grid(hidden);
    }

    private Grid grid(boolean hidden) {
        return new Grid(name, new CellRows(rows), areas, new Hidden(hidden, hiddenRows, hiddenColumns));
    }

    private void element(XMLStreamReader2 xml) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "c" -> cell(xml);
            case "row" -> row(xml);
            case "col" -> columns(xml);
            case "mergeCell" -> area(Xml.attribute(xml, "ref"));
            default -> {}
        }
    }

    private void row(XMLStreamReader2 xml) throws XMLStreamException {
        rows.endRow(row);
        String number = Xml.attribute(xml, "r");
        row = number.isEmpty() ? row + 1 : Integer.parseInt(number) - 1;
        if (row < 0 || row >= XlsxDecoders.Address.ROWS) {
            throw new IllegalArgumentException("no row: " + number);
        }
        column = -1;
        hiddenRows.set(row, isTrue(Xml.attribute(xml, "hidden")));
    }

    private void columns(XMLStreamReader2 xml) {
        if (isTrue(Xml.attribute(xml, "hidden"))) {
            int first = Math.max(1, Integer.parseInt(Xml.attribute(xml, "min")));
            int last = Math.min(XlsxDecoders.Address.COLUMNS, Integer.parseInt(Xml.attribute(xml, "max")));
            hiddenColumns.set(first - 1, Math.max(first - 1, last));
        }
    }

    private static boolean isTrue(String flag) {
        return flag.equals("1") || flag.equals("true");
    }

    private void cell(XMLStreamReader2 xml) throws XMLStreamException {
        counter.run();
        head(xml);
        row = Math.max(row, 0); // a cell before any row
        boolean formula = false;
        boolean stored = false;
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "v" -> stored = value(xml);
                case "is" -> text(XlsxParts.richText(xml, "is"));
                case "f" -> {
                    formula = true;
                    xml.skipElement();
                }
                default -> xml.skipElement();
            }
        }
        if (formula && !stored) {
            rows.uncalculated(column);
        }
    }

    private void head(XMLStreamReader2 xml) throws XMLStreamException {
        int next = column + 1;
        format = styles.format(0);
        type.reset();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String attribute = xml.getAttributeLocalName(i);
            if (attribute.length() == 1) {
                switch (attribute.charAt(0)) {
                    case 'r' -> {
                        xml.getAttributeAs(i, address);
                        next = address.column();
                    }
                    case 's' -> {
                        xml.getAttributeAs(i, whole);
                        format = styles.format(whole.value());
                    }
                    case 't' -> xml.getAttributeAs(i, type);
                    default -> {}
                }
            }
        }
        column = next;
        if (column >= XlsxDecoders.Address.COLUMNS) {
            throw new IllegalArgumentException("more columns than a sheet has");
        }
    }

    /** Whether there is a value: programs that do not calculate write an empty one behind a formula. */
    private boolean value(XMLStreamReader2 xml) throws XMLStreamException {
        switch (type.type()) {
            case XlsxDecoders.Type.SHARED -> {
                text.decode(xml, whole);
                int index = whole.value();
                if (index >= 0 && index < strings.size() && !strings.get(index).isEmpty()) {
                    rows.shared(column, index);
                }
            }
            case XlsxDecoders.Type.TEXT, XlsxDecoders.Type.DATE -> text(XlsxParts.unescaped(xml.getElementText()));
            case XlsxDecoders.Type.BOOLEAN ->
                rows.text(column, isTrue(xml.getElementText().strip()) ? "TRUE" : "FALSE");
            case XlsxDecoders.Type.ERROR -> rows.error(column, xml.getElementText());
            default -> {
                return number(xml);
            }
        }
        return true;
    }

    private void text(String text) {
        if (!text.isBlank()) {
            rows.text(column, text);
        }
    }

    private boolean number(XMLStreamReader2 xml) throws XMLStreamException {
        text.decode(xml, number);
        if (number.isDecimal()) {
            rows.decimal(column, format, number.unscaled(), number.scale());
        } else if (!number.digits().isEmpty()) {
            rows.number(column, format, Double.parseDouble(number.digits()));
        }
        return number.isDecimal() || !number.digits().isEmpty();
    }

    private void area(String reference) {
        counter.run();
        int colon = reference.indexOf(':');
        if (colon > 0) {
            address.decode(reference.substring(0, colon));
            int firstRow = address.row();
            int firstColumn = address.column();
            address.decode(reference.substring(colon + 1));
            areas.add(new Grid.Area(firstRow, address.row(), firstColumn, address.column()));
        }
    }
}
