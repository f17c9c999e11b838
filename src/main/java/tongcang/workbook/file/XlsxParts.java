package tongcang.workbook.file;

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
 * @param from1904 whether days are counted from 1904
 */
record XlsxParts(
        List<Sheet> sheets,
        @Nullable String sharedStrings,
        @Nullable String styles,
        boolean from1904) {

    /** A sheet of the workbook. */
    record Sheet(String name, @Nullable String path, boolean hidden) {}

    static XlsxParts none() {
        return new XlsxParts(List.of(), null, null, false);
    }

    static XlsxParts read(XMLStreamReader xml, String folder, Map<String, String> relations) throws XMLStreamException {
        List<Sheet> sheets = new ArrayList<>();
        boolean from1904 = false;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("workbookPr")) {
                from1904 = Xml.attribute(xml, "date1904").matches("1|true|on");
            } else if (xml.getLocalName().equals("sheet")) {
                String target = relations.get(Xml.attribute(xml, "id"));
                boolean hidden = Xml.attribute(xml, "state")
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains("hidden");
                sheets.add(new Sheet(Xml.attribute(xml, "name"), resolve(folder, target), hidden));
            }
        }
        return new XlsxParts(
                sheets,
                resolve(folder, relations.get("sharedStrings")),
                resolve(folder, relations.get("styles")),
                from1904);
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
                relations.putIfAbsent(type.substring(type.lastIndexOf('/') + 1), target);
            }
        }
        return relations;
    }

    /**
     * The shared texts without their phonetic guides; a blank one is empty.
     *
     * @param counter called for every text; may throw
     */
    static List<String> strings(XMLStreamReader xml, Runnable counter) throws XMLStreamException {
        List<String> strings = new ArrayList<>();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("si")) {
                counter.run();
                String text = richText(xml, "si");
                strings.add(text.isBlank() ? "" : text);
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
        return unescaped(text.toString());
    }

    private static final java.util.regex.Pattern ESCAPE = java.util.regex.Pattern.compile("_x([0-9A-Fa-f]{4})_");

    /** Characters that XML cannot hold are written {@code _xHHHH_}. */
    static String unescaped(String text) {
        return text.contains("_x")
                ? ESCAPE.matcher(text)
                        .replaceAll(m -> java.util.regex.Matcher.quoteReplacement(
                                Character.toString(Integer.parseInt(m.group(1), 16))))
                : text;
    }

    /**
     * Path of a part in the package.
     *
     * @param folder of the part that names it, with a slash behind it, or empty
     * @param target relative to that folder, or with a slash in front to the package
     */
    static @Nullable String resolve(String folder, @Nullable String target) {
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
