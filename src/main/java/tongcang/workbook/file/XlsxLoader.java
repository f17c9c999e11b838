package tongcang.workbook.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;
import tongcang.support.Limits;
import tongcang.workbook.grid.Grid;
import tongcang.workbook.grid.TooMuch;

/**
 * Loads .xlsx from its parts with a pull parser (ECMA-376 part 1, SpreadsheetML, transitional and strict): what is
 * stored, and nothing of what the file would have a program do.
 */
final class XlsxLoader {
    private final Path file;
    private final Limits limits;
    private long inflated;
    private long cells;

    XlsxLoader(Path file, Limits limits) {
        this.file = file;
        this.limits = limits;
    }

    List<Grid> load() throws WorkbookFile.Unreadable {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            requireOneOfEachName(zip);
            XlsxParts parts = workbook(zip);
            if (parts.sheets().size() > limits.sheets()) {
                throw new WorkbookFile.Unreadable("workbook.too-large", "工作表超过 " + limits.sheets() + " 张；请拆分后报送");
            }
            List<String> strings =
                    part(zip, parts.sharedStrings(), new ArrayList<>(), xml -> XlsxParts.strings(xml, this::count));
            XlsxStyles styles = part(zip, parts.styles(), XlsxStyles.none(), XlsxStyles::read);
            List<Grid> grids = new ArrayList<>();
            for (XlsxParts.Sheet sheet : parts.sheets()) {
                XlsxSheet reader = new XlsxSheet(sheet.name(), strings, styles, this::count);
                Grid grid =
                        part(zip, sheet.path(), reader.empty(sheet.hidden()), xml -> reader.read(xml, sheet.hidden()));
                grids.add(grid.countedFrom1904(parts.from1904()));
            }
            return grids;
        } catch (TooMuch e) {
            throw new WorkbookFile.Unreadable("workbook.too-large", "文件解压后过大或单元格过多；请拆分后报送");
        } catch (ZipException e) {
            throw corrupt();
        } catch (IOException | XMLStreamException | RuntimeException e) {
            throw corrupt();
        }
    }

    /** Of two parts of one name programs read the first or the last: what one sees is not what another reads. */
    private static void requireOneOfEachName(ZipFile zip) throws WorkbookFile.Unreadable {
        Set<String> names = new HashSet<>();
        if (zip.stream().anyMatch(entry -> !names.add(entry.getName()))) {
            throw new WorkbookFile.Unreadable(
                    "workbook.repeated-part", "压缩包里有两个同名的部件，不同程序会读出不同的内容，未读取；请用 Excel 重新保存并核对后报送");
        }
    }

    private static WorkbookFile.Unreadable corrupt() {
        return new WorkbookFile.Unreadable("workbook.corrupt", "文件已损坏或不是规范的 .xlsx，无法读取；请用 Excel 重新保存后报送");
    }

    private void count() {
        if (++cells > limits.cells()) {
            throw new TooMuch();
        }
    }

    /** Reads a part of the package. */
    interface PartReader<T> {
        T read(XMLStreamReader2 xml) throws XMLStreamException;
    }

    private XlsxParts workbook(ZipFile zip) throws IOException, XMLStreamException, WorkbookFile.Unreadable {
        Map<String, String> roots = part(zip, "_rels/.rels", new HashMap<>(), XlsxParts::relations);
        String main = XlsxParts.resolve("", roots.getOrDefault("officeDocument", "xl/workbook.xml"));
        if (main == null || entry(zip, main) == null) {
            throw new WorkbookFile.Unreadable("workbook.unknown-format", "压缩包里没有工作簿；请另存为 .xlsx 后报送");
        }
        String folder = main.contains("/") ? main.substring(0, main.lastIndexOf('/') + 1) : "";
        String rels = folder + "_rels/" + main.substring(folder.length()) + ".rels";
        Map<String, String> relations = part(zip, rels, new HashMap<>(), XlsxParts::relations);
        return part(zip, main, XlsxParts.none(), xml -> XlsxParts.read(xml, folder, relations));
    }

    private <T> T part(ZipFile zip, @Nullable String name, T absent, PartReader<T> reader)
            throws IOException, XMLStreamException {
        ZipEntry entry = name == null ? null : entry(zip, name);
        if (entry == null) {
            return absent;
        }
        try (InputStream in =
                new BoundedStream(zip.getInputStream(entry), limits.inflatedBytes() - inflated, n -> inflated += n)) {
            XMLStreamReader2 xml = Xml.reader(in);
            T read = reader.read(xml);
            xml.close(); // gives its buffers and names to the next
            return read;
        }
    }

    private static @Nullable ZipEntry entry(ZipFile zip, String name) {
        ZipEntry exact = zip.getEntry(name);
        return exact != null
                ? exact
                : zip.stream()
                        .filter(e -> e.getName().replace('\\', '/').equalsIgnoreCase(name))
                        .findFirst()
                        .orElse(null);
    }
}
