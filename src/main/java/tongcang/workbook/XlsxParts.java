package tongcang.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What the workbook part says: its sheets, and where texts and styles lie.
 *
 * @param sheets in their order
 * @param sharedStrings path of the part, or null
 * @param styles path of the part, or null
 */
record XlsxParts(
        List<Sheet> sheets,
        @Nullable String sharedStrings,
        @Nullable String styles) {

    /** A sheet of the workbook. */
    record Sheet(String name, @Nullable String path, boolean hidden) {}

    static XlsxParts none() {
        return new XlsxParts(List.of(), null, null);
    }

    static XlsxParts read(XMLStreamReader xml, String folder, Map<String, String> relations) throws XMLStreamException {
        List<Sheet> sheets = new ArrayList<>();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("sheet")) {
                String target = relations.get(Xml.attribute(xml, "id"));
                boolean hidden = Xml.attribute(xml, "state")
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains("hidden");
                sheets.add(new Sheet(Xml.attribute(xml, "name"), resolve(folder, target), hidden));
            }
        }
        return new XlsxParts(
                sheets, resolve(folder, relations.get("sharedStrings")), resolve(folder, relations.get("styles")));
    }

    /** Targets inside the package by id and by the last word of their type; external ones are left out. */
    static Map<String, String> relations(XMLStreamReader xml) throws XMLStreamException {
        Map<String, String> relations = new HashMap<>();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("Relationship")
                    && !Xml.attribute(xml, "TargetMode").equals("External")) {
                String type = Xml.attribute(xml, "Type");
                String target = Xml.attribute(xml, "Target");
                relations.put(Xml.attribute(xml, "Id"), target);
                relations.putIfAbsent(
                        type.substring(type.lastIndexOf('/') + 1),
                        target.startsWith("/") ? target.substring(1) : target);
            }
        }
        return relations;
    }

    /** The shared texts without their phonetic guides. */
    static List<String> strings(XMLStreamReader xml) throws XMLStreamException {
        List<String> strings = new ArrayList<>();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("si")) {
                strings.add(richText(xml, "si"));
            }
        }
        return strings;
    }

    /** The text of a rich string element up to its end tag. */
    static String richText(XMLStreamReader xml, String end) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int phonetic = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("rPh")) {
                phonetic++;
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("rPh")) {
                phonetic--;
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("t")
                    && phonetic == 0) {
                text.append(xml.getElementText());
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals(end)) {
                break;
            }
        }
        return text.toString();
    }

    /** The number format of each cell style, as the sheets index them. */
    static List<String> formats(XMLStreamReader xml) throws XMLStreamException {
        Map<String, String> custom = new HashMap<>();
        List<String> formats = new ArrayList<>();
        boolean cellStyles = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "numFmt" -> custom.put(Xml.attribute(xml, "numFmtId"), Xml.attribute(xml, "formatCode"));
                    case "cellXfs" -> cellStyles = true;
                    case "xf" -> {
                        if (cellStyles) {
                            formats.add(format(Xml.attribute(xml, "numFmtId"), custom));
                        }
                    }
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("cellXfs")) {
                cellStyles = false;
            }
        }
        return formats;
    }

    private static String format(String id, Map<String, String> custom) {
        if (custom.containsKey(id)) {
            return custom.get(id);
        }
        return switch (id) {
            case "9" -> "0%";
            case "10" -> "0.00%";
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

    private static @Nullable String resolve(String folder, @Nullable String target) {
        if (target == null || target.isEmpty()) {
            return null;
        }
        String path = target.startsWith("/") ? target.substring(1) : folder + target;
        return java.nio.file.Path.of("/" + path)
                .normalize()
                .toString()
                .replace('\\', '/')
                .substring(1);
    }
}
