package tongcang.workbook.file;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import tongcang.workbook.PackageOf;
import tongcang.workbook.grid.Cell;

/** Writes .xlsx files with a wide spread of what the format allows; the same seed gives the same file. */
final class RandomWorkbook {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final List<String> WORDS = List.of(
            "地区生产总值",
            "单位：亿元",
            " 两边有空格 ",
            "A&B",
            "<合计>",
            "_x000D_",
            "a_x4E2D_b",
            "　",
            "",
            "1,234",
            "O’Neil \"x\"",
            "𠮷野",
            "一\n二");
    private static final String[] FORMATS = {"0", "1", "2", "9", "10", "14", "22", "164", "165", "166", "167"};

    private final Random random;
    private final List<String> strings = new ArrayList<>();
    private final String prefix;
    private final boolean addressed;

    private RandomWorkbook(long seed) {
        this.random = new Random(seed);
        this.prefix = random.nextInt(4) == 0 ? "x:" : "";
        this.addressed = random.nextInt(4) > 0;
    }

    static void write(Path file, long seed) throws IOException {
        new RandomWorkbook(seed).write(file);
    }

    private void write(Path file) throws IOException {
        int sheets = 1 + random.nextInt(3);
        Map<String, String> parts = new LinkedHashMap<>();
        for (int i = 1; i <= sheets; i++) {
            parts.put("xl/worksheets/sheet" + i + ".xml", root("worksheet", sheet()));
        }
        parts.put("xl/workbook.xml", workbook(sheets));
        parts.put("xl/styles.xml", root("styleSheet", styles()));
        parts.put("xl/sharedStrings.xml", root("sst", String.join("", strings)));
        parts.put("xl/_rels/workbook.xml.rels", relations(sheets));
        parts.put("_rels/.rels", relationships(relation("rId1", "officeDocument", "xl/workbook.xml")));
        parts.put("[Content_Types].xml", types(sheets));
        Files.write(file, PackageOf.parts(parts));
    }

    private String root(String name, String inner) {
        String declared = prefix.isEmpty() ? "xmlns" : "xmlns:x";
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + prefix + name + " " + declared + "=\"" + MAIN + "\">"
                + inner + "</" + prefix + name + ">";
    }

    private String element(String name, String attributes, String inner) {
        String open = "<" + prefix + name + (attributes.isEmpty() ? "" : " ") + attributes;
        return inner.isEmpty() ? open + "/>" : open + ">" + inner + "</" + prefix + name + ">";
    }

    private String sheet() {
        StringBuilder data = new StringBuilder();
        int row = 0;
        for (int i = random.nextInt(30); i > 0; i--) {
            row += addressed && random.nextInt(5) == 0 ? 1 + random.nextInt(3000) : 1;
            String number = addressed ? "r=\"" + row + "\"" : "";
            String hidden = random.nextInt(8) == 0 ? " hidden=\"1\"" : "";
            data.append(element("row", (number + hidden).strip(), cells(row)));
        }
        String columns = random.nextInt(3) == 0
                ? element("cols", "", element("col", "min=\"2\" max=\"3\" width=\"9\" hidden=\"1\"", ""))
                : "";
        return columns + element("sheetData", "", data.toString()) + merges();
    }

    private String cells(int row) {
        StringBuilder cells = new StringBuilder();
        int column = 0;
        for (int i = random.nextInt(12); i > 0; i--) {
            boolean named = addressed && random.nextInt(10) > 0;
            column += named && random.nextInt(6) == 0 ? 1 + random.nextInt(900) : 1;
            cells.append(cell(named ? "r=\"" + Cell.columnName(column - 1) + row + "\" " : ""));
            cells.append(random.nextInt(20) == 0 ? "\n  <!-- between -->" : "");
        }
        return cells.toString();
    }

    private String cell(String address) {
        String head = address + "s=\"" + random.nextInt(FORMATS.length) + "\"";
        String formula = random.nextInt(4) == 0 ? element("f", "", "SUM(A1:B2)&amp;\"&lt;\"") : "";
        return switch (random.nextInt(10)) {
            case 0, 1 -> element("c", head + " t=\"s\"", element("v", "", Integer.toString(shared())));
            case 2 -> element("c", head + " t=\"inlineStr\"", element("is", "", text()));
            case 3 -> element("c", head + " t=\"str\"", element("f", "", "A1") + value(escaped(word())));
            case 4 -> element("c", head + " t=\"b\"", formula + value(Integer.toString(random.nextInt(2))));
            case 5 -> element("c", head + " t=\"e\"", formula + value(random.nextBoolean() ? "#DIV/0!" : "#N/A"));
            case 6 -> element("c", head, random.nextBoolean() ? "" : element("f", "", "A1+1"));
            case 7 -> element("c", head + " t=\"n\"", formula + value(number()));
            default -> element("c", head, formula + value(number()));
        };
    }

    private String value(String text) {
        return element("v", "", text);
    }

    private String number() {
        return switch (random.nextInt(8)) {
            case 0 -> Integer.toString(random.nextInt(100_000) - 50_000);
            case 1 -> Double.toString(random.nextDouble() * Math.pow(10, random.nextInt(12)));
            case 2 -> Double.toString(random.nextGaussian() * Math.pow(10, random.nextInt(60) - 30));
            case 3 -> BigDecimal.valueOf(random.nextLong(), random.nextInt(20)).toPlainString();
            case 4 -> random.nextBoolean() ? "-0" : "0.000";
            case 5 -> BigDecimal.valueOf(random.nextInt(1 << 20), 2) + "0000000000000001";
            case 6 -> random.nextInt(1000) + "." + random.nextInt(1000) + "E+" + random.nextInt(20);
            default -> BigDecimal.valueOf(random.nextInt(), random.nextInt(10)).toPlainString();
        };
    }

    private int shared() {
        if (strings.isEmpty() || random.nextInt(3) > 0) {
            strings.add(element("si", "", text()));
            return strings.size() - 1;
        }
        return random.nextInt(strings.size());
    }

    private String text() {
        String plain = element("t", "xml:space=\"preserve\"", escaped(word()));
        return switch (random.nextInt(4)) {
            case 0 ->
                element("r", "", element("rPr", "", element("b", "", "")) + plain)
                        + element("r", "", element("t", "", "甲"));
            case 1 ->
                plain
                        + element("rPh", "sb=\"0\" eb=\"1\"", element("t", "", "ピン"))
                        + element("phoneticPr", "fontId=\"0\"", "");
            default -> plain;
        };
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("𠮷", "&#x20BB7;");
    }

    private String merges() {
        StringBuilder merges = new StringBuilder();
        int row = 1;
        for (int i = random.nextInt(4); i > 0; i--) {
            int last = row + 1 + random.nextInt(3);
            merges.append(element("mergeCell", "ref=\"B" + row + ":" + "D" + last + "\"", ""));
            row = last + 1;
        }
        return merges.isEmpty() ? "" : element("mergeCells", "", merges.toString());
    }

    private String styles() {
        StringBuilder cellStyles = new StringBuilder();
        for (String format : FORMATS) {
            cellStyles.append(element("xf", "numFmtId=\"" + format + "\" fontId=\"0\" xfId=\"0\"", ""));
        }
        String formats = element("numFmt", "numFmtId=\"164\" formatCode=\"0.0&quot;%&quot;\"", "")
                + element("numFmt", "numFmtId=\"165\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"", "")
                + element("numFmt", "numFmtId=\"166\" formatCode=\"0!.0,&quot;万&quot;\"", "")
                + element("numFmt", "numFmtId=\"167\" formatCode=\"General\"", "");
        return element("numFmts", "count=\"4\"", formats)
                + element("fonts", "count=\"1\"", element("font", "", element("sz", "val=\"11\"", "")))
                + element(
                        "fills", "count=\"1\"", element("fill", "", element("patternFill", "patternType=\"none\"", "")))
                + element("borders", "count=\"1\"", element("border", "", element("left", "", "")))
                + element("cellStyleXfs", "count=\"1\"", element("xf", "numFmtId=\"10\"", ""))
                + element("cellXfs", "", cellStyles.toString());
    }

    private String workbook(int sheets) {
        String properties = element("workbookPr", random.nextBoolean() ? "date1904=\"1\"" : "", "");
        StringBuilder list = new StringBuilder();
        for (int i = 1; i <= sheets; i++) {
            String state = random.nextInt(4) == 0 && i > 1 ? " state=\"veryHidden\"" : "";
            list.append(element(
                    "sheet", "name=\"表" + i + "\" sheetId=\"" + i + "\"" + state + " q:id=\"rId" + i + "\"", ""));
        }
        return root("workbook", properties + element("sheets", "xmlns:q=\"" + RELATION + "\"", list.toString()));
    }

    private static String relations(int sheets) {
        StringBuilder all = new StringBuilder(relation("rIdA", "styles", "styles.xml"));
        all.append(relation("rIdB", "sharedStrings", "/xl/sharedStrings.xml"));
        for (int i = 1; i <= sheets; i++) {
            all.append(relation("rId" + i, "worksheet", "worksheets/sheet" + i + ".xml"));
        }
        return relationships(all.toString());
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + RELATION + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    private static String relationships(String inner) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + inner
                + "</Relationships>";
    }

    private static String types(int sheets) {
        String sheetTypes = java.util.stream.IntStream.rangeClosed(1, sheets)
                .mapToObj(i -> type("worksheets/sheet" + i, "worksheet"))
                .collect(Collectors.joining());
        return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" + type("workbook", "sheet.main")
                + type("styles", "styles") + type("sharedStrings", "sharedStrings") + sheetTypes + "</Types>";
    }

    private static String type(String part, String type) {
        return "<Override PartName=\"/xl/" + part
                + ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml." + type
                + "+xml\"/>";
    }
}
