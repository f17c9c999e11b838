package tongcang.workbook.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tongcang.support.Limits;
import tongcang.workbook.grid.Grid;

/** Loads what is text inside: a web page, an XML spreadsheet of Excel 2003, or separated values. */
final class TextLoader {
    private static final int SAMPLE = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path file;
    private final String fileName;
    private final Limits limits;

    TextLoader(Path file, String fileName, Limits limits) {
        this.file = file;
        this.fileName = fileName;
        this.limits = limits;
    }

    List<Grid> load() throws WorkbookFile.Unreadable, IOException {
        Charset charset = charset();
        String sample;
        try (Reader in = reader(charset)) {
            char[] chars = new char[SAMPLE];
            int read = Math.max(0, in.read(chars));
            sample = new String(chars, 0, read);
        }
        String begin =
                sample.substring(0, Math.min(4096, sample.length())).strip().toLowerCase(Locale.ROOT);
        if (begin.startsWith("mime-version:")) {
            throw WorkbookFile.Unreadable.unknown("这是单个文件网页（MHT）");
        }
        if (begin.contains("urn:schemas-microsoft-com:office:spreadsheet") && begin.startsWith("<?xml")) {
            try (Reader in = reader(charset)) {
                return new XmlSpreadsheetLoader(limits).load(in);
            }
        }
        String name = fileName.replaceFirst("\\.[^.]{1,5}$", "");
        if (begin.matches("(?s)<(?:!doctype|html|head|meta|table|body|div|style|xml|!--).*")) {
            try (Reader in = reader(charset)) {
                return List.of(new HtmlLoader(limits).load(in, name));
            }
        }
        try (Reader in = reader(charset)) {
            return List.of(new CsvLoader(limits).load(in, sample, name));
        }
    }

    /** The encoding by its mark, else UTF-8 where all of the file can be that, else GB18030. */
    private Charset charset() throws WorkbookFile.Unreadable, IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(SAMPLE);
        }
        if (head.length >= 2 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (head.length >= 2 && (head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        for (byte b : head) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
                throw WorkbookFile.Unreadable.unknown("文件既不是 Excel 工作簿，也不是网页或文本表格（可能是其他格式改了扩展名）");
            }
        }
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            if (isAll(charset)) {
                return charset;
            }
        }
        throw WorkbookFile.Unreadable.unknown("文本的编码既不是 UTF-8，也不是 GB18030");
    }

    private boolean isAll(Charset charset) throws IOException {
        try (Reader in = reader(charset)) {
            in.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Fails where the bytes are not of the encoding: a character is never replaced in silence. */
    private Reader reader(Charset charset) throws IOException {
        InputStream bytes = new BoundedStream(Files.newInputStream(file), limits.inflatedBytes(), n -> {});
        BufferedReader in = new BufferedReader(new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        in.mark(1);
        if (in.read() != BYTE_ORDER_MARK) {
            in.reset();
        }
        return in;
    }
}
