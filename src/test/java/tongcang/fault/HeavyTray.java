package tongcang.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files of very many figures each: a table of enterprises by fifty years, as Excel stores it. */
final class HeavyTray {
    private static final int YEARS = 50;
    private static final int FIRST = 1951;
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

    private HeavyTray() {}

    /** Lays down workbooks of {@code rows} × 50 figures; equal for equal numbers. */
    static void write(Path tray, int files, int rows) throws IOException {
        Path folder = Files.createDirectories(tray.resolve("2023-03-01/统计局"));
        for (int i = 0; i < files; i++) {
            write(folder.resolve("产值" + i + ".xlsx"), sheet(i, rows));
        }
    }

    private static void write(Path file, String sheet) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            part(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"" + PACKAGE + "content-types\">"
                            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
            part(zip, "_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
            part(zip, "xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                            + "\"><sheets><sheet name=\"产值\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            part(zip, "xl/worksheets/sheet1.xml", sheet);
        }
    }

    private static String relation(String type, String target) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"rId1\" Type=\"" + OFFICE + "/"
                + type + "\" Target=\"" + target + "\"/></Relationships>";
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sheet(int seed, int rows) {
        Random random = new Random(seed);
        StringBuilder xml = new StringBuilder("<worksheet xmlns=\"" + MAIN + "\"><sheetData><row>");
        xml.append(text("历年各企业工业总产值（第" + seed + "册）")).append("</row><row>");
        xml.append(text("单位：亿元")).append("</row><row>").append(text("企业名称"));
        for (int year = 0; year < YEARS; year++) {
            xml.append(text(FIRST + year + "年"));
        }
        for (int row = 0; row < rows; row++) {
            xml.append("</row><row>").append(text("企业" + (1000 + row)));
            for (int year = 0; year < YEARS; year++) {
                xml.append("<c><v>").append(random.nextInt(1, 1000)).append("</v></c>");
            }
        }
        return xml.append("</row></sheetData></worksheet>").toString();
    }

    private static String text(String text) {
        return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }
}
