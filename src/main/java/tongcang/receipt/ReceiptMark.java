package tongcang.receipt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Tells a receipt from whatever else lies beside it: its properties say who made it and for which department. A copy under
 * another name, with somebody's remarks perhaps, is no receipt.
 */
final class ReceiptMark {
    private static final String MAKER = "tongcang";

    private ReceiptMark() {}

    static void put(XSSFWorkbook book, String department) {
        book.getProperties().getCoreProperties().setCreator(MAKER);
        book.getProperties().getCoreProperties().setSubjectProperty(department);
    }

    static boolean isOn(Path file) {
        String name = file.getFileName().toString();
        if (!name.endsWith(".xlsx") || !Files.isRegularFile(file)) {
            return false;
        }
        try (OPCPackage opened = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            Optional<String> department = opened.getPackageProperties().getSubjectProperty();
            return opened.getPackageProperties().getCreatorProperty().equals(Optional.of(MAKER))
                    && department.map(d -> FileNames.of(d) + ".xlsx").equals(Optional.of(name));
        } catch (IOException | InvalidFormatException | OpenXML4JRuntimeException | UnsupportedFileFormatException e) {
            return false;
        }
    }
}
