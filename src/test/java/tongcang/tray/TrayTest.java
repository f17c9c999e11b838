package tongcang.tray;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrayTest {
    @Test
    void theCommittedTrayIsWhatTheFormsGive(@TempDir Path fresh) throws IOException {
        TrayWriter.write(fresh);
        List<Path> forms = TrayWriter.forms();
        assertFalse(forms.isEmpty());
        for (Path form : forms) {
            String name = TrayWriter.FORMS.relativize(form).toString().replaceAll("\\.tsv$", "");
            assertArrayEquals(
                    Files.readAllBytes(Path.of("input").resolve(name)), Files.readAllBytes(fresh.resolve(name)), name);
        }
    }
}
