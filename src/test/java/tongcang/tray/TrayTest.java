package tongcang.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrayTest {

    @Test
    void theCommittedTrayIsWhatTheFormsGive(@TempDir Path fresh) throws IOException {
        TrayWriter.write(fresh);

        assertThat(TrayWriter.forms()).hasSizeGreaterThan(25);
        for (Path form : TrayWriter.forms()) {
            String name = TrayWriter.FORMS.relativize(form).toString().replaceAll("\\.tsv$", "");
            if (TrayWriter.isLocked(Files.readAllLines(form))) {
                assertThat(Path.of("input").resolve(name)).exists();
            } else {
                assertThat(content(Path.of("input").resolve(name))).as(name).isEqualTo(content(fresh.resolve(name)));
            }
        }
    }

    @Test
    void countiesAddUpToTheCity() throws IOException {
        for (Path form : TrayWriter.forms()) {
            List<List<String>> rows = Files.readAllLines(form).stream()
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList();
            boolean additive = !form.toString().contains("空气质量");
            List<List<String>> counties = rows.stream()
                    .filter(r -> r.get(0).strip().matches(".+[县区市]$")
                            && !r.get(0).matches("地[\\s\\u3000]*区|全.?市")
                            && r.size() > 1)
                    .toList();
            if (counties.size() >= 6 && additive) {
                List<String> whole = rows.stream()
                        .filter(r -> r.get(0).replaceAll("[\\s\\u3000]", "").matches("全市|合计|总计"))
                        .findFirst()
                        .orElseThrow();
                for (int column = 1; column < whole.size(); column++) {
                    int c = column;
                    BigDecimal sum =
                            counties.stream().map(r -> number(r.get(c))).reduce(BigDecimal.ZERO, BigDecimal::add);
                    assertThat(sum).as(form + ", column " + c).isEqualByComparingTo(number(whole.get(c)));
                }
            }
        }
    }

    private static BigDecimal number(String cell) {
        return cell.matches("[-…]") ? BigDecimal.ZERO : new BigDecimal(cell);
    }

    /** Parts of a package by name, since another JDK may pack the same parts otherwise; else the file's bytes. */
    private static Map<String, String> content(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Map<String, String> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), HexFormat.of().formatHex(zip.readAllBytes()));
            }
        }
        return parts.isEmpty() ? Map.of("", HexFormat.of().formatHex(bytes)) : parts;
    }
}
