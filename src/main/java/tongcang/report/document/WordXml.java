package tongcang.report.document;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.io.input.BoundedInputStream;
import tongcang.support.Limits;

/**
 * The text of a .docx, from its parts: the main part, then foot and end notes. No document type, entity, link or macro
 * is looked at.
 */
final class WordXml {
    private static final XMLInputFactory FACTORY = factory();
    /** Deleted with changes tracked, drawn a second time for old programs, or a reading aid above a character. */
    private static final Set<String> UNSEEN = Set.of("del", "moveFrom", "Fallback", "rt");

    private final XMLStreamReader xml;
    private final StringBuilder text;
    /** Paragraphs begun and not yet ended, the innermost first. */
    private final Deque<StringBuilder> open = new ArrayDeque<>();

    private String note = "";

    private WordXml(XMLStreamReader xml, StringBuilder text) {
        this.xml = xml;
        this.text = text;
    }

    /** More comes out of the file than is allowed: a small file may unpack to a huge one. */
    private static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
    }

    static String text(Path file, Limits limits) throws UnreadableFile, IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            String main = mainPart(zip, limits);
            if (!main.startsWith("word/")) {
                throw new UnreadableFile("report.unknown-format", "文件里没有 Word 文档；如是工作簿，请用 .xlsx 扩展名报送");
            }
            StringBuilder text = new StringBuilder();
            for (String part : new String[] {main, "word/footnotes.xml", "word/endnotes.xml"}) {
                read(zip, part, limits, text);
            }
            return text.toString();
        } catch (TooMuch e) {
            throw tooLarge(limits);
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof TooMuch ? tooLarge(limits) : UnreadableFile.corrupt();
        } catch (ZipException | RuntimeException e) {
            // the parser answers some broken parts with any exception
            throw UnreadableFile.corrupt();
        }
    }

    private static UnreadableFile tooLarge(Limits limits) {
        return UnreadableFile.tooLarge("文件解压后超过上限 " + limits.inflatedBytes() + " 字节");
    }

    /** Path of the main part of a package; empty where it has none or is broken. */
    static String mainPart(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return mainPart(zip, Limits.DEFAULT);
        } catch (TooMuch | ZipException | XMLStreamException | RuntimeException e) {
            return "";
        }
    }

    /** The part that the package names as its document; empty where it names none. */
    private static String mainPart(ZipFile zip, Limits limits) throws IOException, XMLStreamException {
        ZipEntry relations = zip.getEntry("_rels/.rels");
        if (relations == null) {
            return "";
        }
        try (InputStream in = bounded(zip, relations, limits)) {
            XMLStreamReader xml = FACTORY.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && String.valueOf(xml.getAttributeValue(null, "Type")).endsWith("/officeDocument")) {
                    return String.valueOf(xml.getAttributeValue(null, "Target")).replaceFirst("^/", "");
                }
            }
        }
        return "";
    }

    private static void read(ZipFile zip, String part, Limits limits, StringBuilder text)
            throws IOException, XMLStreamException {
        ZipEntry entry = zip.getEntry(part);
        if (entry != null) {
            try (InputStream in = bounded(zip, entry, limits)) {
                new WordXml(FACTORY.createXMLStreamReader(in), text).read();
            }
        }
    }

    private static InputStream bounded(ZipFile zip, ZipEntry entry, Limits limits) throws IOException {
        return BoundedInputStream.builder()
                .setInputStream(zip.getInputStream(entry))
                .setMaxCount(limits.inflatedBytes())
                .setOnMaxCount((most, count) -> {
                    throw new TooMuch();
                })
                .get();
    }

    /** A paragraph is a line; one in a text box stands in front of the paragraph that the box hangs on. */
    private void read() throws XMLStreamException {
        int unseen = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                unseen += unseen > 0 || UNSEEN.contains(xml.getLocalName()) ? 1 : 0;
                if (unseen == 0 && String.valueOf(xml.getNamespaceURI()).endsWith("/main")) {
                    start(xml.getLocalName());
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (unseen == 0 && xml.getLocalName().equals("p") && !open.isEmpty()) {
                    text.append(open.pop()).append('\n');
                }
                unseen -= unseen > 0 ? 1 : 0;
            }
        }
    }

    private void start(String element) throws XMLStreamException {
        switch (element) {
            case "p" -> open.push(new StringBuilder());
            case "t" -> append(xml.getElementText());
            case "tab" -> append(xml.getAttributeCount() == 0 ? "\t" : "");
            case "br", "cr" -> append("\n");
            case "noBreakHyphen" -> append("-");
            case "footnote", "endnote" -> note = id();
            case "footnoteRef", "endnoteRef" -> append("[" + note + "]");
            case "footnoteReference", "endnoteReference" -> append("[" + id() + "]");
            default -> {}
        }
    }

    private void append(String words) {
        StringBuilder line = open.peek();
        if (line != null) {
            line.append(words);
        }
    }

    private String id() {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals("id")) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return factory;
    }
}
