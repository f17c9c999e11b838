package tongcang.workbook.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import tongcang.workbook.grid.PackedCells;
import tongcang.workbook.grid.TooMuch;

/** The number formats of a workbook's cell styles. */
final class XlsxStyles {
    private final List<String> formats;
    private final int[] byStyle;

    private XlsxStyles(List<String> formats, int[] byStyle) {
        this.formats = formats;
        this.byStyle = byStyle;
    }

    /** Each number format once, the first of them General, as an empty text. */
    List<String> formats() {
        return formats;
    }

    static XlsxStyles none() {
        return new XlsxStyles(List.of(""), new int[0]);
    }

    /** Index of the number format of a cell style; that of General for a style that is not there. */
    int format(int style) {
        return style >= 0 && style < byStyle.length ? byStyle[style] : 0;
    }

    static XlsxStyles read(XMLStreamReader xml) throws XMLStreamException {
        Map<String, String> custom = new HashMap<>();
        List<String> styles = new ArrayList<>();
        boolean cellStyles = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "numFmt" -> custom.put(Xml.attribute(xml, "numFmtId"), Xml.attribute(xml, "formatCode"));
                    case "cellXfs" -> cellStyles = true;
                    case "xf" -> {
                        if (cellStyles) {
                            styles.add(Xml.attribute(xml, "numFmtId"));
                        }
                    }
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("cellXfs")) {
                break;
            }
        }
        return of(styles, custom);
    }

    private static XlsxStyles of(List<String> styles, Map<String, String> custom) {
        Map<String, Integer> indexes = new HashMap<>(Map.of("", 0));
        List<String> formats = new ArrayList<>(List.of(""));
        int[] byStyle = new int[styles.size()];
        for (int i = 0; i < byStyle.length; i++) {
            String format = format(styles.get(i), custom);
            byStyle[i] = indexes.computeIfAbsent(format, f -> {
                formats.add(f);
                return formats.size() - 1;
            });
        }
        if (formats.size() > PackedCells.FORMATS) {
            throw new TooMuch();
        }
        return new XlsxStyles(List.copyOf(formats), byStyle);
    }

    /** A format that the file defines, or one of those that are built in and tell more than decimals. */
    private static String format(String id, Map<String, String> custom) {
        String own = custom.get(id);
        if (own != null) {
            return own.equals("General") ? "" : own;
        }
        return switch (id) {
            case "9" -> "0%";
            case "10" -> "0.00%";
            case "18", "19", "20", "21", "32", "33", "34", "35", "55", "56" -> "h:mm";
            case "14",
                    "15",
                    "16",
                    "17",
                    "22",
                    "27",
                    "28",
                    "29",
                    "30",
                    "31",
                    "36",
                    "50",
                    "51",
                    "52",
                    "53",
                    "54",
                    "57",
                    "58" -> "yyyy/m/d";
            default -> "";
        };
    }
}
