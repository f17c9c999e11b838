package tongcang.workbook.file;

import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import tongcang.support.Limits;
import tongcang.workbook.grid.Cell;
import tongcang.workbook.grid.CellNumbers;
import tongcang.workbook.grid.Grid;
import tongcang.workbook.grid.Hidden;
import tongcang.workbook.grid.TooMuch;

/** Loads an XML spreadsheet of Excel 2003 (SpreadsheetML), which many systems export under the name .xls. */
final class XmlSpreadsheetLoader {
    private static final int ROWS = 1 << 20;
    private static final int COLUMNS = 1 << 14;

    private final Limits limits;
    private final Map<String, String> formats = new HashMap<>();
    private final List<Grid> grids = new ArrayList<>();
    private long count;

    private String name = "";
    private Hidden hidden = Hidden.of(false);
    private List<Cell> cells = new ArrayList<>();
    private List<Grid.Area> areas = new ArrayList<>();
    private String style = "";
    private int row;
    private int column;
    private int columnHead;

    XmlSpreadsheetLoader(Limits limits) {
        this.limits = limits;
    }

    List<Grid> load(Reader in) throws WorkbookFile.Unreadable {
        try {
            XMLStreamReader xml = Xml.reader(in);
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    begin(xml);
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("Worksheet")) {
                    grids.add(new Grid(name, cells, areas, hidden));
                }
            }
        } catch (XMLStreamException e) {
            throw WorkbookFile.Unreadable.corrupt();
        }
        return grids;
    }

    private void begin(XMLStreamReader xml) throws XMLStreamException, WorkbookFile.Unreadable {
        switch (xml.getLocalName()) {
            case "Style" -> style = Xml.attribute(xml, "ID");
            case "NumberFormat" -> formats.put(style, Xml.attribute(xml, "Format"));
            case "Worksheet" -> sheet(Xml.attribute(xml, "Name"));
            case "Visible" ->
                hidden = xml.getElementText().startsWith("SheetHidden")
                        ? new Hidden(true, hidden.rows(), hidden.columns())
                        : hidden;
            case "Column" -> {
                int first = index(xml, columnHead, COLUMNS);
                int last = Math.min(COLUMNS, first + number(xml, "Span", COLUMNS));
                hidden.columns()
                        .set(first, last + 1, Xml.attribute(xml, "Hidden").equals("1"));
                columnHead = last + 1;
            }
            case "Row" -> {
                row = index(xml, row + 1, ROWS);
                column = -1;
                hidden.rows().set(row, Xml.attribute(xml, "Hidden").equals("1"));
            }
            case "Cell" -> cell(xml);
            case "Data" -> data(xml);
            default -> {}
        }
    }

    private void sheet(String named) throws WorkbookFile.Unreadable {
        if (grids.size() >= limits.sheets()) {
            throw WorkbookFile.Unreadable.tooLarge("工作表超过 " + limits.sheets() + " 张");
        }
        name = named;
        hidden = Hidden.of(false);
        cells = new ArrayList<>();
        areas = new ArrayList<>();
        row = -1;
        columnHead = 0;
    }

    private void cell(XMLStreamReader xml) {
        if (++count > limits.cells()) {
            throw new TooMuch();
        }
        int at = index(xml, column + 1, COLUMNS);
        int across = number(xml, "MergeAcross", COLUMNS);
        int down = number(xml, "MergeDown", ROWS);
        if (across > 0 || down > 0) {
            areas.add(new Grid.Area(row, row + down, at, at + across));
        }
        column = at;
        style = Xml.attribute(xml, "StyleID");
    }

    private void data(XMLStreamReader xml) throws XMLStreamException {
        String type = Xml.attribute(xml, "Type");
        String text = text(xml);
        if (type.equals("Number")) {
            String format = formats.getOrDefault(style, "");
            cells.add(CellNumbers.cell(
                    row, column, Double.parseDouble(text.strip()), format.equals("Percent") ? "0.00%" : format));
        } else if (!text.isBlank()) {
            Cell.Kind kind = type.equals("Error") ? Cell.Kind.ERROR : Cell.Kind.TEXT;
            cells.add(new Cell(row, column, text, null, "", kind));
        }
    }

    /** The words of a cell, whatever their fonts. */
    private static String text(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("Data")) {
                break;
            }
        }
        return text.toString();
    }

    /** A 1-based index, or what follows the one before; 0-based. */
    private static int index(XMLStreamReader xml, int next, int most) {
        int index = number(xml, "Index", most);
        int at = index > 0 ? index - 1 : next;
        if (at >= most) {
            throw new IllegalArgumentException("beyond the sheet: " + at);
        }
        return at;
    }

    private static int number(XMLStreamReader xml, String attribute, int most) {
        String digits = Xml.attribute(xml, attribute);
        return digits.isEmpty() ? 0 : Math.min(most, Integer.parseInt(digits));
    }
}
