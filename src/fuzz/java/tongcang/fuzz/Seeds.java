package tongcang.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Writes what a long fuzzing begins with, from the shipped report, codelists, forms and tray. */
public final class Seeds {
    private static final Path TESTS = Path.of("src/test/resources/tongcang");
    private static final int LONGEST = 400;

    private final Path folder;
    private int count;

    private Seeds(Path folder) {
        this.folder = folder;
    }

    /** Writes the folders {@code report}, {@code workbook} and {@code quantity} below the folder named first. */
    public static void main(String[] args) throws IOException {
        Path all = Path.of(args[0]);
        new Seeds(Files.createDirectories(all.resolve("report"))).report();
        new Seeds(Files.createDirectories(all.resolve("workbook"))).workbook();
        new Seeds(Files.createDirectories(all.resolve("quantity"))).quantity();
    }

    private void write(char form, byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(form);
        out.writeBytes(bytes);
        Files.write(folder.resolve("seed-" + count++), out.toByteArray());
    }

    private void report() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("seeds/reports/xuchang-2023.txt"));
        String head = String.join("\n", lines.subList(0, 3)) + "\n";
        for (String line : lines) {
            String part = line.substring(0, Math.min(LONGEST, line.length()));
            write('w', Words.bytes(part));
            write('f', (head + part).getBytes(StandardCharsets.UTF_8));
        }
        for (String name : List.of("phrases.tsv", "numerals.tsv", "set-text.txt")) {
            for (String line : Files.readAllLines(TESTS.resolve("report").resolve(name))) {
                if (line.startsWith(">")) {
                    write('w', Words.bytes(line.substring(1).replace('¶', '\n')));
                    write('x', Words.bytes(line.substring(1)));
                }
            }
        }
        write('f', ("<html><body><p>" + lines.get(3) + "</p></body></html>").getBytes(StandardCharsets.UTF_8));
        write('d', ("<w:document xmlns:w=\"x/main\"><w:p><w:r><w:t>产量7万吨</w:t><w:tab/><w:footnoteReference w:id=\"1\"/>"
                        + "</w:r><w:del><w:t>8</w:t></w:del></w:p></w:document>\0<w:footnotes xmlns:w=\"x/main\">"
                        + "<w:footnote w:id=\"1\"><w:p><w:footnoteRef/><w:t>九</w:t></w:p></w:footnote></w:footnotes>")
                .getBytes(StandardCharsets.UTF_8));
    }

    private void workbook() throws IOException {
        for (Path file : files(Path.of("input"), ".xlsx")) {
            write('f', Files.readAllBytes(file));
            try (ZipFile zip = new ZipFile(file.toFile())) {
                ByteArrayOutputStream parts = new ByteArrayOutputStream();
                for (String part : List.of("worksheets/sheet1", "sharedStrings", "styles", "workbook")) {
                    ZipEntry entry = zip.getEntry("xl/" + part + ".xml");
                    parts.writeBytes(entry == null ? new byte[0] : zip.getInputStream(entry).readAllBytes());
                    parts.write(0);
                }
                parts.writeBytes(zip.getInputStream(zip.getEntry("xl/_rels/workbook.xml.rels")).readAllBytes());
                write('p', parts.toByteArray());
            } catch (java.util.zip.ZipException | NullPointerException e) {
                continue; // an encrypted one, a damaged one
            }
        }
        for (Path file : files(Path.of("input"), ".xls")) {
            try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
                write('f', container.createDocumentInputStream("Workbook").readAllBytes());
            }
        }
        int form = 0;
        for (Path file : Stream.concat(files(TESTS.resolve("workbook"), ".tsv").stream(), files(TESTS.resolve("tray/forms"), ".tsv").stream()).toList()) {
            write("xcho".charAt(form++ % 4), cells(Files.readAllLines(file)));
        }
    }

    /** A form's cells as a fuzzed sheet has them. */
    private static byte[] cells(List<String> lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String line : lines) {
            for (String cell : line.split("\t", -1)) {
                if (cell.isEmpty()) {
                    out.write(0x11);
                } else if (cell.matches("-?\\d{1,4}(?:\\.\\d{1,2})?")) {
                    BigDecimal number = new BigDecimal(cell);
                    int digits = number.unscaledValue().intValue();
                    boolean fits = digits == (short) digits;
                    out.write(9 | (fits ? number.scale() : 0) << 4);
                    out.write(fits ? digits >> 8 : 0);
                    out.write(fits ? digits : 7);
                } else {
                    byte[] words = Words.bytes(cell);
                    int count = Math.min(16, words.length);
                    if (count > 0) {
                        out.write(3 | (count - 1) << 4);
                        out.write(words, 0, count);
                    }
                }
            }
            out.write(0);
        }
        return out.toByteArray();
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        }
    }

    private void quantity() throws IOException {
        for (Path file : List.of(Path.of("seeds/codelists/units.csv"), TESTS.resolve("quantity/units.csv"), TESTS.resolve("quantity/numerals.csv"))) {
            for (String line : Files.readAllLines(file)) {
                write('u', line.split(",")[0].getBytes(StandardCharsets.UTF_8));
                write('w', Words.bytes(line.split(",")[0]));
            }
        }
        for (Path file : files(Path.of("input"), "")) {
            String name = String.valueOf(file.getFileName());
            write('u', name.getBytes(StandardCharsets.UTF_8));
            write('w', Words.bytes(name));
        }
    }
}
