package tongcang.tray;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes every form {@code DATE/DEPARTMENT/NAME.EXT.tsv} as a workbook; equal forms give equal bytes. */
public final class TrayWriter {
    static final Path FORMS = Path.of("src/test/resources/tongcang/tray/forms");

    private static final String PASSWORD = "#password ";

    private TrayWriter() {}

    /** Rewrites {@code input/}, or the folder named by the first argument. */
    public static void main(String[] args) throws IOException {
        write(Path.of(args.length > 0 ? args[0] : "input"));
    }

    static void write(Path tray) throws IOException {
        for (Path form : forms()) {
            String name = FORMS.relativize(form).toString();
            Path target = tray.resolve(name.substring(0, name.length() - ".tsv".length()));
            Files.createDirectories(target.resolveSibling(""));
            List<String> lines = Files.readAllLines(form);
            boolean locked = isLocked(lines);
            byte[] book = bytes(target.toString(), locked ? lines.subList(1, lines.size()) : lines);
            Files.write(target, locked ? encrypted(book, lines.get(0).substring(PASSWORD.length())) : book);
        }
    }

    /** Whether a form is written with a password: its bytes differ from writing to writing, for its salt is random. */
    static boolean isLocked(List<String> lines) {
        return lines.get(0).startsWith(PASSWORD);
    }

    private static byte[] encrypted(byte[] book, String password) throws IOException {
        Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
        encryptor.confirmPassword(password);
        try (POIFSFileSystem container = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (OutputStream locked = encryptor.getDataStream(container)) {
                locked.write(book);
            } catch (GeneralSecurityException e) {
                throw new IOException(e);
            }
            container.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    static List<Path> forms() throws IOException {
        try (Stream<Path> all = Files.walk(FORMS)) {
            return all.filter(p -> p.toString().endsWith(".tsv")).sorted().toList();
        }
    }

    /** A workbook of a form's lines, old or new by the name's ending. */
    public static byte[] bytes(String name, List<String> lines) throws IOException {
        boolean old = name.endsWith(".xls");
        try (Workbook book = old ? new HSSFWorkbook() : new XSSFWorkbook()) {
            if (book instanceof XSSFWorkbook xlsx) {
                xlsx.getProperties().getCoreProperties().setCreated(Optional.of(new Date(0)));
            }
            new FormSheets(book).fill(lines);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return old ? out.toByteArray() : FixedZip.of(out.toByteArray());
        }
    }
}
