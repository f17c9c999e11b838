package tongcang.workbook.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tongcang.support.Limits;
import tongcang.workbook.grid.Grid;
import tongcang.workbook.grid.TooMuch;

/** Opens a file as what it is, whatever its name says, and loads its sheets. */
public final class WorkbookFile {

    /** A file that cannot be read: a rule and what to say to the department. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final String rule;

        Unreadable(String rule, String message) {
            super(message);
            this.rule = rule;
        }

        public String rule() {
            return rule;
        }

        static Unreadable tooLarge(String what) {
            return new Unreadable("workbook.too-large", what + "；请拆分后报送");
        }

        public static Unreadable outOfMemory() {
            return new Unreadable("workbook.out-of-memory", "读取所需内存超过本机可用内存；请拆分后报送，或增大内存（TONGCANG_OPTS=-Xmx2g）");
        }

        static Unreadable corrupt() {
            return new Unreadable("workbook.corrupt", "文件已损坏或不完整，无法读取；请用 Excel 重新保存后报送");
        }

        static Unreadable unknown(String what) {
            return new Unreadable("workbook.unknown-format", what + "；请用 Excel 另存为 .xlsx 后报送");
        }
    }

    private static final int HEAD = 8;

    private final Limits limits;
    private final WorkbookSettings settings;

    public WorkbookFile(Limits limits, WorkbookSettings settings) {
        this.limits = limits;
        this.settings = settings;
    }

    /**
     * All sheets in their order, hidden ones too.
     *
     * @param fileName as delivered: a file of text has no other name for its sheet
     */
    public List<Grid> load(Path file, String fileName) throws Unreadable, IOException {
        long size = Files.size(file);
        if (size == 0) {
            throw new Unreadable("workbook.empty", "文件是空的（0 字节）；请重新报送");
        }
        if (size > limits.fileBytes()) {
            throw Unreadable.tooLarge("文件大小 " + size + " 字节，超过上限 " + limits.fileBytes() + " 字节");
        }
        try {
            return open(file, fileName);
        } catch (TooMuch e) {
            throw Unreadable.tooLarge("单元格超过 " + limits.cells() + " 个，或解压后超过 " + limits.inflatedBytes() + " 字节");
        } catch (OutOfMemoryError e) {
            throw Unreadable.outOfMemory();
        } catch (RuntimeException | StackOverflowError e) {
            // parsers of third parties answer a broken file with any exception
            throw Unreadable.corrupt();
        }
    }

    private List<Grid> open(Path file, String fileName) throws Unreadable, IOException {
        byte[] head = head(file);
        if (starts(head, 'P', 'K')) {
            return new XlsxLoader(file, limits).load();
        }
        if (starts(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            return new OleContainer(file, limits, settings).load();
        }
        if (starts(head, 0x09, 0x08)) {
            return new OleContainer(file, limits, settings).bare(head.length > 5 ? head[5] : 0);
        }
        if (starts(head, 0x09, 0x00) || starts(head, 0x09, 0x02) || starts(head, 0x09, 0x04)) {
            throw new Unreadable("workbook.old-format", "这是 Excel 4 或更早的格式；请用 Excel 另存为 .xlsx 后报送");
        }
        return new TextLoader(file, fileName, limits).load();
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private static boolean starts(byte[] head, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
