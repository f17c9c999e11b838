package tongcang.report.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import tongcang.support.Limits;

/** The text layer of a PDF, page by page, through PDFBox. No script runs, no link is followed, no picture is decoded. */
final class PdfText extends PDFTextStripper {
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);

    private final long deadline;

    /** Reading takes longer than is allowed. */
    private static final class TooSlow extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private PdfText(long deadline) {
        this.deadline = deadline;
        setSortByPosition(true);
        setPageStart("\f");
        setLineSeparator("\n");
        setAddMoreFormatting(false);
    }

    static String of(Path file, Limits limits) throws UnreadableFile, IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (inflated(bytes, limits.inflatedBytes()) > limits.inflatedBytes()) {
            throw UnreadableFile.tooLarge("文件解压后超过上限 " + limits.inflatedBytes() + " 字节");
        }
        String text;
        try (PDDocument document = Loader.loadPDF(bytes)) {
            text = new PdfText(System.nanoTime() + limits.time().toNanos()).getText(document);
        } catch (InvalidPasswordException e) {
            throw UnreadableFile.encrypted();
        } catch (TooSlow e) {
            throw UnreadableFile.tooSlow(limits.time());
        } catch (OutOfMemoryError e) {
            // streams packed twice over: all that was unpacked of them is given back by now
            throw UnreadableFile.outOfMemory();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw UnreadableFile.corrupt();
        }
        if (text.isBlank()) {
            throw new UnreadableFile("report.scanned", "PDF 里没有文字层（很可能是扫描件）；请提供由 Word 直接导出的 PDF，或 .docx、.txt 文件");
        }
        return text;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (System.nanoTime() > deadline) {
            throw new TooSlow();
        }
        super.processOperator(operator, operands);
    }

    /** What all packed streams of the file unpack to, counted no further than just over {@code most}. */
    private static long inflated(byte[] bytes, long most) {
        long total = 0;
        Inflater inflater = new Inflater();
        for (int at = nextStream(bytes, 0); at < bytes.length && total <= most; at = nextStream(bytes, at)) {
            inflater.reset();
            inflater.setInput(bytes, at, bytes.length - at);
            total += inflated(inflater, most - total);
        }
        inflater.end();
        return total;
    }

    private static long inflated(Inflater inflater, long most) {
        byte[] sink = new byte[1 << 16];
        long total = 0;
        try {
            for (int some = 1; some > 0 && total <= most; total += some) {
                some = inflater.inflate(sink);
            }
        } catch (DataFormatException e) {
            // not packed this way, or no stream at all: PDFBox will say
        }
        return total;
    }

    /** Where the bytes of the next stream begin; the file's length where there is none. */
    private static int nextStream(byte[] bytes, int from) {
        for (int at = from; at + STREAM.length < bytes.length; at++) {
            int end = at + STREAM.length;
            if (bytes[at] == STREAM[0] && Arrays.equals(bytes, at, end, STREAM, 0, STREAM.length)) {
                while (end < bytes.length && (bytes[end] == '\r' || bytes[end] == '\n')) {
                    end++;
                }
                return end;
            }
        }
        return bytes.length;
    }
}
