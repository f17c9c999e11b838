package tongcang.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tongcang.Finding;
import tongcang.Reading;
import tongcang.coding.Codelists;
import tongcang.quantity.Units;
import tongcang.support.Limits;
import tongcang.tray.TrayWriter;

/** Workbooks that would have a program run, fetch or unpack something: read as data, and nothing else happens. */
class HostileWorkbookTest {
    private static final String SECRET = "7654321";

    private static final Units UNITS =
            Codelists.load(Path.of("seeds/codelists")).units();

    @TempDir
    private Path folder = Path.of("");

    /** Stands for the world outside, and notes who comes. */
    private ServerSocketChannel outside;

    private String address = "";

    @BeforeEach
    void listen() throws IOException {
        outside = ServerSocketChannel.open();
        outside.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)).configureBlocking(false);
        address = "http://127.0.0.1:" + outside.socket().getLocalPort() + "/x";
        Files.writeString(folder.resolve("secret.txt"), SECRET);
    }

    @AfterEach
    void nobodyCame() throws IOException {
        assertThat(outside.accept()).isNull();
        outside.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_rels/.rels",
                "xl/_rels/workbook.xml.rels",
                "xl/workbook.xml",
                "xl/worksheets/sheet1.xml",
                "xl/sharedStrings.xml",
                "xl/styles.xml"
            })
    void noPartExpandsAnEntityOrFetchesADocumentType(String part) throws IOException {
        Map<String, String> parts = parts();
        parts.compute(
                part, (name, xml) -> doctype() + xml.replaceFirst("(?<=[^>])>", " more=\"&bomb;\">&secret;&bomb;"));
        Reading reading = read("a.xlsx", PackageOf.parts(parts));

        assertThat(reading.toString()).doesNotContain(SECRET, "hahahahaha");
        assertThat(rules(reading)).isSubsetOf("workbook.corrupt", "workbook.unknown-format", "workbook.no-figures");
    }

    @Test
    void anXmlSpreadsheetExpandsNoEntityEither() throws IOException {
        String xml = "<?xml version=\"1.0\"?>" + doctype()
                + "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet><Table><Row><Cell>"
                + "<Data>产量&secret;&bomb;</Data></Cell></Row></Table></Worksheet></Workbook>";

        Reading reading = read("a.xls", xml.getBytes(StandardCharsets.UTF_8));

        assertThat(reading.toString()).doesNotContain(SECRET, "hahahahaha");
        assertThat(reading.figures()).isEmpty();
    }

    @Test
    void macrosLinksObjectsAndConnectionsAreNoPartOfTheReading() throws IOException {
        Map<String, String> parts = parts();
        String external = "<Relationship Id=\"%s\" Type=\"x/%s\" TargetMode=\"External\" Target=\"" + address + "\"/>";
        parts.put("xl/vbaProject.bin", "Sub Auto_Open(): Shell \"calc\": End Sub");
        parts.put("xl/embeddings/oleObject1.bin", "\u00D0\u00CF\u0011\u00E0");
        parts.put(
                "xl/connections.xml",
                "<connections><connection><webPr url=\"" + address + "\"/></connection></connections>");
        parts.put("xl/externalLinks/externalLink1.xml", "<externalLink><externalBook r:id=\"e\"/></externalLink>");
        parts.put(
                "xl/externalLinks/_rels/externalLink1.xml.rels",
                "<Relationships>" + external.formatted("e", "externalLinkPath") + "</Relationships>");
        parts.compute(
                "xl/_rels/workbook.xml.rels",
                (name, xml) -> xml.replace(
                        "</Relationships>",
                        "<Relationship Id=\"v\" Type=\"x/vbaProject\" Target=\"vbaProject.bin\"/>"
                                + external.formatted("t", "attachedTemplate") + external.formatted("z", "worksheet")
                                + "</Relationships>"));
        parts.compute(
                "xl/workbook.xml",
                (name, xml) -> xml.replace(
                        "</sheets>",
                        "<sheet name=\"外\" r:id=\"z\"/></sheets><definedNames>"
                                + "<definedName name=\"Auto_Open\">WEBSERVICE(\"" + address
                                + "\")</definedName></definedNames>"));

        Reading reading = read("a.xlsm", PackageOf.parts(parts));

        assertThat(reading.figures()).extracting(f -> f.quantity().valueText()).containsExactly("66.3", "55");
        assertThat(reading.findings()).isEmpty();
    }

    @Test
    void anOldWorkbookWithMacrosAndObjectsIsReadAsItsCells() throws IOException {
        byte[] book =
                TrayWriter.bytes("a.xls", List.of("#sheet 表", "2022年粮食产量", "单位：万吨", "地区\t产量", "禹州市\t66.3", "长葛市\t55"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(book))) {
            DirectoryEntry macros =
                    container.createDirectory("_VBA_PROJECT_CUR").createDirectory("VBA");
            macros.createDocument("Module1", bytes("Sub Auto_Open()"));
            container.createDirectory("MBD0001").createDocument("\u0001Ole10Native", bytes("calc.exe"));
            container.writeFilesystem(out);
        }

        assertThat(read("a.xls", out.toByteArray()).figures()).hasSize(2);
    }

    @Test
    void manyEntriesAndPackagesInPackagesAreLeftAlone() throws IOException {
        Map<String, String> parts = parts();
        for (int i = 0; i < 20_000; i++) {
            parts.put("xl/media/" + i, "");
        }
        parts.put("xl/media/a.zip", new String(PackageOf.parts(parts()), StandardCharsets.ISO_8859_1));

        assertThat(read("a.xlsx", PackageOf.parts(parts)).figures()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels"
            })
    void everyPartCountsInWhatAPackageMayUnpackTo(String part) throws IOException {
        Map<String, String> parts = parts();
        parts.compute(part, (name, xml) -> xml.replaceFirst(">", ">" + " ".repeat(4 << 20)));
        Limits small = new Limits(1 << 20, 3 << 20, 1000, 10, Duration.ofSeconds(10));

        assertThat(rules(read("a.xlsx", PackageOf.parts(parts), small))).containsExactly("workbook.too-large");
    }

    @Test
    void aPageRunsNothingFetchesNothingAndMayBeNestedAsItLikes() throws IOException {
        String fetched = "<script src='" + address + "'>document.write('<td>999</td>')</script><img src='" + address
                + "'><iframe src='" + address + "'></iframe><link rel=stylesheet href='" + address
                + "'><meta http-equiv=refresh content='0;url=" + address + "'>";
        String page = "<html>" + fetched + "<table><tr><td>2022年粮食产量（万吨）<tr><td>地区<td>产量<tr><td>禹州市" + fetched
                + "<td>66.3</table>" + "<div>".repeat(100_000) + "<table><tr><td>".repeat(10_000);

        Reading reading = read("a.xls", page.getBytes(StandardCharsets.UTF_8));

        assertThat(reading.figures()).extracting(f -> f.quantity().valueText()).containsExactly("66.3");
        assertThat(reading.figures().get(0).region()).isEqualTo("禹州市");
    }

    @Test
    void aTextThatAllFiguresWouldShareIsCut() throws IOException {
        Map<String, String> parts = parts();
        parts.put("xl/sharedStrings.xml", "<sst><si><t>产量" + "长".repeat(30_000) + "</t></si></sst>");
        parts.compute("xl/workbook.xml", (name, xml) -> xml.replace("表", "表".repeat(5_000)));

        Reading reading = read("a.xlsx", PackageOf.parts(parts));

        assertThat(reading.figures())
                .hasSize(2)
                .allSatisfy(f -> assertThat(f.toString()).hasSizeLessThan(2_000))
                .allSatisfy(f -> assertThat(f.label()).startsWith("产量长长").hasSizeBetween(500, 510));
    }

    private String doctype() {
        StringBuilder entities =
                new StringBuilder("<!DOCTYPE x SYSTEM \"" + address + ".dtd\" [<!ENTITY secret SYSTEM \""
                        + folder.resolve("secret.txt").toUri() + "\"><!ENTITY % remote SYSTEM \"" + address
                        + "\">%remote;<!ENTITY bomb0 \"hahahahaha\">");
        for (int i = 1; i < 12; i++) {
            entities.append("<!ENTITY bomb" + i + " \"" + ("&bomb" + (i - 1) + ";").repeat(10) + "\">");
        }
        return entities + "<!ENTITY bomb \"&bomb11;\">]>";
    }

    private static Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "_rels/.rels",
                "<Relationships><Relationship Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"r\"><sheets><sheet name=\"表\" r:id=\"a\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                        + "<Relationship Id=\"b\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/>"
                        + "<Relationship Id=\"c\" Type=\"x/styles\" Target=\"styles.xml\"/></Relationships>");
        parts.put("xl/sharedStrings.xml", "<sst><si><t>产量</t></si></sst>");
        parts.put("xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"0\"/></cellXfs></styleSheet>");
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>2022年粮食产量（万吨）</v></c></row><row r=\"2\">"
                        + "<c r=\"A2\" t=\"str\"><v>地区</v></c><c r=\"B2\" t=\"s\"><v>0</v></c></row><row r=\"3\">"
                        + "<c r=\"A3\" t=\"str\"><v>禹州市</v></c><c r=\"B3\"><f>[1]Sheet1!A1+WEBSERVICE(A9)</f><v>66.3</v></c>"
                        + "</row><row r=\"4\"><c r=\"A4\" t=\"str\"><v>长葛市</v></c><c r=\"B4\"><f>cmd|'/c calc'!A0</f>"
                        + "<v>55</v></c></row></sheetData></worksheet>");
        return parts;
    }

    private Reading read(String name, byte[] bytes) throws IOException {
        return read(name, bytes, Limits.DEFAULT);
    }

    private Reading read(String name, byte[] bytes, Limits limits) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        return new WorkbookReader(UNITS, limits).read(file, name);
    }

    private static List<String> rules(Reading reading) {
        return reading.findings().stream().map(Finding::rule).toList();
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }
}
