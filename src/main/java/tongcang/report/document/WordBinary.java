package tongcang.report.document;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.extractor.WordExtractor;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** The text of a .doc (Word 97 to 2003, and WPS), through POI. No macro runs. */
final class WordBinary {

    private WordBinary() {}

    static String text(Path file) throws UnreadableFile, IOException {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            DirectoryNode root = container.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                throw UnreadableFile.encrypted();
            }
            if (!root.hasEntryCaseInsensitive("WordDocument")) {
                throw new UnreadableFile("report.unknown-format", "文件里没有 Word 文档；如是工作簿，请用 .xls 或 .xlsx 扩展名报送");
            }
            try (HWPFDocument document = new HWPFDocument(root)) {
                return seen(document.getRange())
                        + notes(document.getFootnoteRange())
                        + notes(document.getEndnoteRange());
            }
        } catch (EncryptedDocumentException e) {
            throw UnreadableFile.encrypted();
        } catch (OldWordFileFormatException e) {
            throw new UnreadableFile("report.unknown-format", "这是 Word 95 或更早的格式；请用 Word 或 WPS 另存为 .docx 后报送");
        } catch (IOException | RuntimeException e) {
            throw UnreadableFile.corrupt();
        }
    }

    /** Whether the container has an entry of a name; not where it is broken. */
    static boolean holds(Path file, String entry) {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            return container.getRoot().hasEntryCaseInsensitive(entry);
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** What was deleted with changes tracked is not there for the eye. */
    private static String seen(Range range) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < range.numCharacterRuns(); i++) {
            CharacterRun run = range.getCharacterRun(i);
            if (!run.isMarkedDeleted()) {
                text.append(run.text());
            }
        }
        return WordExtractor.stripFields(text.toString())
                .replaceAll("[\r\u0007\u000B\f]", "\n")
                .replace('\u001E', '-')
                .replaceAll("[\u0000-\u0008\u000E-\u001F]", "");
    }

    private static String notes(Range notes) {
        StringBuilder text = new StringBuilder();
        int number = 0;
        for (String note : seen(notes).lines().toList()) {
            text.append(note.isBlank() ? "" : "[" + ++number + "]" + note).append('\n');
        }
        return text.toString();
    }
}
