package tongcang.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontFactory;

/** Writes a report in the forms that offices send. */
final class ReportForms {
    /** What a line of a page holds, in half-width characters: little, so that numbers break. */
    private static final int COLUMNS = 74;

    private static final int ROWS = 30;

    private ReportForms() {}

    /** A package as Word and WPS write it, each paragraph in runs of seven characters, as edited text has them. */
    static byte[] docx(List<String> paragraphs) throws IOException {
        StringBuilder body = new StringBuilder();
        for (String paragraph : paragraphs) {
            body.append("<w:p><w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"420\"/></w:tabs></w:pPr>");
            for (int i = 0; i < paragraph.length(); i += 7) {
                body.append("<w:r><w:t xml:space=\"preserve\">")
                        .append(escaped(paragraph.substring(i, Math.min(paragraph.length(), i + 7))))
                        .append("</w:t></w:r>");
            }
            body.append("<w:del><w:r><w:delText>删去9999亿元。</w:delText></w:r></w:del></w:p>");
        }
        return packed("", body.toString());
    }

    /** A package with this document type and body. */
    static byte[] packed(String doctype, String body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\""
                            + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            entry(
                    zip,
                    "word/document.xml",
                    doctype
                            + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                            + body + "</w:body></w:document>");
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** A page of a government's site: the report among navigation, scripts, hidden text and links to other news. */
    static byte[] html(List<String> paragraphs) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title></title>"
                + "<script>var visits = 123456; document.write('访问量达到99万人次');</script></head><body>"
                + "<div class=\"top\"><ul><li><a href=\"/\">首页</a></li><li>今日气温12度，访客3万人次</li></ul></div><form>"
                + "<div class=\"wrap\"><nav>导航，共8个栏目</nav><div class=\"text\">");
        for (String paragraph : paragraphs) {
            page.append("<p><span>").append(escaped(paragraph)).append("</span></p>\n");
        }
        page.append("</div><div style=\"display: none\">隐藏，9999亿元</div></div></form>"
                + "<footer>版权所有，网站标识码4110000001，累计访问500万人次</footer></body></html>");
        return page.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Pages with a running head and numbers, each line broken where it is full, as a text layer has them. */
    static byte[] pdf(List<String> paragraphs) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String paragraph : paragraphs) {
            int start = 0;
            for (int i = 0, width = 0; i < paragraph.length(); i++) {
                width += isNarrow(paragraph.charAt(i)) ? 1 : 2;
                if (width > COLUMNS) {
                    lines.add(paragraph.substring(start, i));
                    start = i;
                    width = 2;
                }
            }
            lines.add(paragraph.substring(start));
        }
        try (PDDocument document = new PDDocument()) {
            PDFont font = font(document);
            for (int i = 0; i < lines.size(); i += ROWS) {
                page(document, font, lines.subList(i, Math.min(lines.size(), i + ROWS)), i / ROWS + 1);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static boolean isNarrow(char c) {
        return c >= ' ' && c <= '~';
    }

    private static void page(PDDocument document, PDFont font, List<String> lines, int number) throws IOException {
        StringBuilder content = new StringBuilder("BT /F 12 Tf 72 760 Td " + shown("许昌市政府工作报告（2023年）"));
        lines.forEach(line -> content.append("0 -20 Td ").append(shown(line)));
        content.append("200 -40 Td ").append(shown("— " + number + " —")).append("ET");
        byte[] bytes = content.toString().getBytes(StandardCharsets.US_ASCII);
        PDPage page = new PDPage();
        page.setResources(new PDResources());
        page.getResources().put(COSName.F, font);
        page.setContents(new PDStream(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE));
        document.addPage(page);
    }

    /** Characters by their own code, two bytes each: the font below says so. */
    private static String shown(String words) {
        StringBuilder hex = new StringBuilder("<");
        words.chars().forEach(c -> hex.append("%04X".formatted(c)));
        return hex + "> Tj ";
    }

    /** A font that is not embedded and draws nothing of its own: its code is the character's, which is all a reader needs. */
    private static PDFont font(PDDocument document) throws IOException {
        COSDictionary system = new COSDictionary();
        system.setString(COSName.REGISTRY, "Adobe");
        system.setString(COSName.ORDERING, "Identity");
        system.setInt(COSName.SUPPLEMENT, 0);
        COSDictionary descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setName(COSName.FONT_NAME, "SimSun");
        descriptor.setInt(COSName.FLAGS, 4);
        COSDictionary descendant = new COSDictionary();
        descendant.setItem(COSName.TYPE, COSName.FONT);
        descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
        descendant.setName(COSName.BASE_FONT, "SimSun");
        descendant.setItem(COSName.CIDSYSTEMINFO, system);
        descendant.setItem(COSName.FONT_DESC, descriptor);
        descendant.setItem(COSName.DW, COSInteger.get(1000));
        COSArray narrow = new COSArray();
        List.of((long) ' ', (long) '~', 500L).forEach(n -> narrow.add(COSInteger.get(n)));
        descendant.setItem(COSName.W, narrow);
        COSArray descendants = new COSArray();
        descendants.add(descendant);
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setName(COSName.BASE_FONT, "SimSun");
        font.setItem(COSName.ENCODING, COSName.IDENTITY_H);
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        font.setItem(COSName.TO_UNICODE, toUnicode(document));
        return PDFontFactory.createFont(font);
    }

    private static COSStream toUnicode(PDDocument document) throws IOException {
        StringBuilder map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
                + "/CMapName /Codes def /CMapType 2 def\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        for (int high = 0; high < 256; high++) {
            map.append("1 beginbfrange <%02X00> <%02XFF> <%02X00> endbfrange\n".formatted(high, high, high));
        }
        map.append("endcmap end end\n");
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(map.toString().getBytes(StandardCharsets.US_ASCII));
        }
        return stream;
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
