package tongcang.workbook.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.TempFile;
import org.jspecify.annotations.Nullable;
import tongcang.support.Limits;
import tongcang.workbook.grid.Grid;

/** Opens an OLE 2 container: an old workbook of either kind, or a new one under a password. */
final class OleContainer {
    /** Excel's own password for workbooks whose structure alone is protected. */
    private static final String NO_SECRET = Decryptor.DEFAULT_PASSWORD;

    private final Path file;
    private final Limits limits;
    private final WorkbookSettings settings;

    OleContainer(Path file, Limits limits, WorkbookSettings settings) {
        this.file = file;
        this.limits = limits;
        this.settings = settings;
    }

    List<Grid> load() throws WorkbookFile.Unreadable, IOException {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            DirectoryNode root = container.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                return decrypted(container);
            }
            if (root.hasEntryCaseInsensitive("Workbook")) {
                return biff8(root);
            }
            if (root.hasEntryCaseInsensitive("Book")) {
                return new Biff5Loader(limits).load(root.createDocumentInputStream("Book"));
            }
            throw WorkbookFile.Unreadable.unknown("文件里没有工作簿");
        } catch (EncryptedDocumentException e) {
            throw encrypted();
        } catch (OldExcelFormatException e) {
            throw new WorkbookFile.Unreadable("workbook.old-format", "这是 Excel 95 或更早的格式；请用 Excel 另存为 .xlsx 后报送");
        } catch (IOException e) {
            throw WorkbookFile.Unreadable.corrupt();
        }
    }

    private WorkbookFile.Unreadable encrypted() {
        int tried = settings.passwords().size();
        return encrypted(tried == 0 ? "" : "（作业设置的 " + tried + " 个密码都不对）");
    }

    static WorkbookFile.Unreadable encrypted(String remark) {
        return new WorkbookFile.Unreadable("workbook.encrypted", "文件有打开密码，无法读取" + remark + "；请取消密码后报送");
    }

    /** A stream without its container, which some systems write: the fifth byte tells the version. */
    List<Grid> bare(int version) throws WorkbookFile.Unreadable, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            if (version == 5) {
                return new Biff5Loader(limits).load(in);
            }
            try (POIFSFileSystem container = new POIFSFileSystem()) {
                container.createDocument(in, "Workbook");
                return biff8(container.getRoot());
            }
        } catch (EncryptedDocumentException e) {
            throw encrypted();
        }
    }

    private List<String> passwords() {
        List<String> passwords = new ArrayList<>(List.of(NO_SECRET));
        passwords.addAll(settings.passwords());
        return passwords;
    }

    private List<Grid> biff8(DirectoryNode root) throws WorkbookFile.Unreadable, IOException {
        @Nullable EncryptedDocumentException refused = null;
        for (String password : passwords()) {
            Biff8EncryptionKey.setCurrentUserPassword(password);
            try {
                return new XlsLoader(limits).load(root);
            } catch (EncryptedDocumentException e) {
                refused = e;
            } finally {
                Biff8EncryptionKey.setCurrentUserPassword(null);
            }
        }
        throw java.util.Objects.requireNonNull(refused);
    }

    private List<Grid> decrypted(POIFSFileSystem container) throws WorkbookFile.Unreadable, IOException {
        Decryptor decryptor = Decryptor.getInstance(new EncryptionInfo(container));
        try {
            for (String password : passwords()) {
                if (decryptor.verifyPassword(password)) {
                    return load(decryptor.getDataStream(container));
                }
            }
        } catch (GeneralSecurityException e) {
            throw encrypted();
        }
        throw encrypted();
    }

    /** The loader wants a file to jump about in; it is readable by nobody else and gone afterwards. */
    private List<Grid> load(InputStream plain) throws WorkbookFile.Unreadable, IOException {
        Path copy = TempFile.createTempFile("tongcang", ".xlsx").toPath();
        try (InputStream in = new BoundedStream(plain, limits.inflatedBytes(), n -> {})) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            return new XlsxLoader(copy, limits).load();
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}
