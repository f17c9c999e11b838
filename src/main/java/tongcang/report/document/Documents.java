package tongcang.report.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import tongcang.support.Limits;

/**
 * Opens a file as what it is, whatever its name says, and gives its text: a line a paragraph or line of the file, a form
 * feed in front of each page where the file has pages.
 */
public final class Documents {
    /** A longer text is no report: a whole yearbook has a fifth of it. */
    private static final int LONGEST = 20_000_000;
    /** A signature may stand behind some bytes of noise. */
    private static final int HEAD = 1024;

    /** What the first bytes of a file say it is. */
    enum Format {
        EMPTY,
        PDF,
        ZIP,
        OLE,
        RTF,
        TEXT
    }

    private static final Pattern REPORT_NAME = Pattern.compile(".*\\.(txt|docx?|wps|html?|pdf)");
    private static final Pattern WORKBOOK_NAME = Pattern.compile(".*\\.(xls.?|et|csv|tsv)");

    private Documents() {}

    /** The whole text of a file. */
    public static String text(Path file, Limits limits) throws UnreadableFile, IOException {
        if (Files.size(file) > limits.fileBytes()) {
            throw UnreadableFile.tooLarge("文件大小 " + Files.size(file) + " 字节，超过上限 " + limits.fileBytes() + " 字节");
        }
        String text = switch (format(file)) {
            case EMPTY -> throw new UnreadableFile("report.no-text", "文件是空的（0 字节）；请重新报送");
            case PDF -> PdfText.of(file, limits);
            case ZIP -> WordXml.text(file, limits);
            case OLE -> WordBinary.text(file);
            case RTF -> throw new UnreadableFile("report.unknown-format", "这是 RTF 文件；请用 Word 或 WPS 另存为 .docx 后报送");
            case TEXT -> plain(Files.readAllBytes(file));
        };
        if (text.length() > LONGEST) {
            throw UnreadableFile.tooLarge("文字超过 " + LONGEST + " 字");
        }
        if (text.isBlank()) {
            throw new UnreadableFile("report.no-text", "文件中没有文字；请核对后重新报送");
        }
        return text;
    }

    /** Whether a file is a report, by its name in lower case and its content. */
    public static boolean isReport(Path file, String name) throws IOException {
        boolean named = REPORT_NAME.matcher(name).matches();
        if (!named && WORKBOOK_NAME.matcher(name).matches()) {
            return false;
        }
        return switch (format(file)) {
            case ZIP ->
                named
                        ? !WordXml.mainPart(file).startsWith("xl/")
                        : WordXml.mainPart(file).startsWith("word/");
            case OLE -> named ? !WordBinary.holds(file, "Workbook") : WordBinary.holds(file, "WordDocument");
            case PDF -> true;
            case EMPTY, RTF, TEXT -> named;
        };
    }

    private static Format format(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        String signature = new String(head, StandardCharsets.ISO_8859_1);
        if (signature.isEmpty()) {
            return Format.EMPTY;
        }
        if (signature.startsWith("PK\3\4")) {
            return Format.ZIP;
        }
        if (signature.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            return Format.OLE;
        }
        if (signature.startsWith("{\\rtf")) {
            return Format.RTF;
        }
        return signature.contains("%PDF-") ? Format.PDF : Format.TEXT;
    }

    private static String plain(byte[] bytes) throws UnreadableFile {
        String text = PlainText.decode(bytes)
                .orElseThrow(() -> new UnreadableFile(
                        "report.unknown-format", "文件不是文字（可能是图片、压缩包或其他格式改了扩展名）；请提供 .docx、.txt、.html 或带文字层的 PDF"));
        String start = text.substring(0, Math.min(HEAD, text.length())).toLowerCase(Locale.ROOT);
        if (start.startsWith("mime-version:")) {
            throw new UnreadableFile("report.unknown-format", "这是网页归档（.mht）文件；请另存为 .html 或 .docx 后报送");
        }
        return WebPage.isPage(start) ? WebPage.text(text) : text;
    }
}
