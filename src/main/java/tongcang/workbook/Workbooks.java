package tongcang.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tongcang.Limits;

/** Opens a file as what it is, whatever its name says, and loads its sheets. */
final class Workbooks {

    /** A file that cannot be read: a rule and what to say to the department. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final String rule;

        Unreadable(String rule, String message) {
            super(message);
            this.rule = rule;
        }

        String rule() {
            return rule;
        }
    }

    private Workbooks() {}

    /** All sheets with a cell, in their order. */
    static List<Grid> load(Path file, Limits limits) throws Unreadable, IOException {
        long size = Files.size(file);
        if (size == 0) {
            throw new Unreadable("workbook.empty", "文件是空的（0 字节）；请重新报送");
        }
        if (size > limits.fileBytes()) {
            throw new Unreadable(
                    "workbook.too-large", "文件大小 " + size + " 字节，超过上限 " + limits.fileBytes() + " 字节；请拆分后报送");
        }
        byte[] head = new byte[8];
        int read;
        try (InputStream in = Files.newInputStream(file)) {
            read = in.readNBytes(head, 0, head.length);
        }
        if (read >= 4 && head[0] == 'P' && head[1] == 'K') {
            return new XlsxLoader(file, limits).load();
        }
        if (read >= 4 && (head[0] & 0xFF) == 0xD0 && (head[1] & 0xFF) == 0xCF) {
            return new XlsLoader(file, limits).load();
        }
        if (read >= 2 && head[0] == 0x09 && (head[1] == 0x00 || head[1] == 0x02 || head[1] == 0x04)) {
            throw new Unreadable("workbook.old-format", "这是 Excel 4 或更早的格式；请用 Excel 另存为 .xlsx 后报送");
        }
        throw new Unreadable("workbook.unknown-format", "文件不是 Excel 工作簿（可能是网页、文本或其他格式改了扩展名）；请另存为 .xlsx 后报送");
    }
}
