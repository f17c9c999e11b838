package tongcang.workbook.file;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts around a sheet, of the size and shape that Excel gives them. */
final class SampleParts {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.";

    static final Map<String, String> FIXED = fixed();

    private SampleParts() {}

    private static Map<String, String> fixed() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", types());
        parts.put(
                "_rels/.rels",
                HEAD + "<Relationships xmlns=\"" + PACKAGE + "relationships\">"
                        + relation(1, "officeDocument", "xl/workbook.xml") + "</Relationships>");
        parts.put(
                "xl/workbook.xml",
                HEAD + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATION + "\"><fileVersion appName=\"xl\"/>"
                        + "<workbookPr defaultThemeVersion=\"124226\"/><bookViews><workbookView xWindow=\"0\""
                        + " yWindow=\"0\" windowWidth=\"20000\" windowHeight=\"9000\"/></bookViews><sheets>"
                        + "<sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets><calcPr calcId=\"144525\"/></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                HEAD + "<Relationships xmlns=\"" + PACKAGE + "relationships\">"
                        + relation(1, "worksheet", "worksheets/sheet1.xml") + relation(2, "styles", "styles.xml")
                        + relation(3, "sharedStrings", "sharedStrings.xml") + "</Relationships>");
        parts.put("xl/styles.xml", styles());
        return parts;
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + RELATION + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    private static String types() {
        return HEAD + "<Types xmlns=\"" + PACKAGE + "content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + override("workbook", "spreadsheetml.sheet.main") + override("worksheets/sheet1", "spreadsheetml.worksheet")
                + override("styles", "spreadsheetml.styles") + override("sharedStrings", "spreadsheetml.sharedStrings")
                + "</Types>";
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"/xl/" + part + ".xml\" ContentType=\"" + TYPE + type + "+xml\"/>";
    }

    /** A dozen fonts, fills and borders, fifty cell styles, and the named styles that Chinese editions of Excel carry. */
    private static String styles() {
        StringBuilder xml = new StringBuilder(HEAD).append("<styleSheet xmlns=\"").append(MAIN).append("\">");
        xml.append("<numFmts count=\"2\"><numFmt numFmtId=\"176\" formatCode=\"0.00_ \"/>"
                + "<numFmt numFmtId=\"177\" formatCode=\"0.0&quot;%&quot;\"/></numFmts>");
        repeat(
                xml,
                "fonts",
                12,
                "<font><sz val=\"11\"/><color theme=\"1\"/><name val=\"宋体\"/><family val=\"2\"/><charset val=\"134\"/>"
                        + "<scheme val=\"minor\"/></font>");
        repeat(
                xml,
                "fills",
                12,
                "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFC6EFCE\"/><bgColor indexed=\"64\"/>"
                        + "</patternFill></fill>");
        repeat(
                xml,
                "borders",
                12,
                "<border><left style=\"thin\"><color auto=\"1\"/></left><right/><top/><bottom/><diagonal/></border>");
        repeat(
                xml,
                "cellStyleXfs",
                48,
                "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"><alignment vertical=\"center\"/></xf>");
        xml.append("<cellXfs count=\"50\">");
        String[] formats = {"0", "0", "0", "0", "176", "2", "177"};
        for (int i = 0; i < 50; i++) {
            xml.append("<xf numFmtId=\"").append(formats[i % formats.length]).append(
                    "\" fontId=\"1\" fillId=\"0\" borderId=\"1\" xfId=\"0\" applyNumberFormat=\"1\" applyBorder=\"1\">"
                            + "<alignment horizontal=\"center\" vertical=\"center\" wrapText=\"1\"/></xf>");
        }
        xml.append("</cellXfs>");
        repeat(xml, "cellStyles", 48, "<cellStyle name=\"常规 2\" xfId=\"1\"/>");
        return xml.append("<dxfs count=\"0\"/></styleSheet>").toString();
    }

    private static void repeat(StringBuilder xml, String group, int count, String item) {
        xml.append('<').append(group).append(" count=\"").append(count).append("\">");
        xml.append(item.repeat(count)).append("</").append(group).append('>');
    }

    static CharSequence strings(Collection<String> strings) {
        StringBuilder xml = new StringBuilder(HEAD).append("<sst xmlns=\"").append(MAIN).append("\">");
        strings.forEach(text ->
                xml.append("<si><t>").append(text).append("</t><phoneticPr fontId=\"1\" type=\"noConversion\"/></si>"));
        return xml.append("</sst>");
    }

    static CharSequence sheet(CharSequence rows, int count, List<String> merges) {
        StringBuilder xml = new StringBuilder(HEAD).append("<worksheet xmlns=\"").append(MAIN).append("\" xmlns:r=\"");
        xml.append(RELATION).append("\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
                + " mc:Ignorable=\"x14ac\" xmlns:x14ac=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac\">");
        xml.append("<dimension ref=\"A1:T").append(count).append("\"/><sheetViews><sheetView workbookViewId=\"0\"/>");
        xml.append("</sheetViews><sheetFormatPr defaultRowHeight=\"13.5\" x14ac:dyDescent=\"0.15\"/>");
        xml.append("<cols><col min=\"1\" max=\"2\" width=\"24\" customWidth=\"1\"/></cols><sheetData>");
        xml.append(rows).append("</row></sheetData><mergeCells count=\"").append(merges.size()).append("\">");
        merges.forEach(area -> xml.append("<mergeCell ref=\"").append(area).append("\"/>"));
        return xml.append("</mergeCells><pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\""
                + " footer=\"0.3\"/></worksheet>");
    }
}
