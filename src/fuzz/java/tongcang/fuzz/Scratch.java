package tongcang.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A file to be read, as the readers take files and nothing else; each content overwrites the one before. */
public final class Scratch {
    private static final Path FILE = file();

    private Scratch() {}

    /** The file, with this content. */
    public static Path with(byte[] content) {
        try {
            return Files.write(FILE, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A zip of parts by their paths, stored with little effort. */
    public static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(1);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The parts of an input between its zero bytes, which no XML has. */
    public static List<byte[]> parts(byte[] data, int from) {
        List<byte[]> parts = new ArrayList<>();
        int start = from;
        for (int i = from; i <= data.length; i++) {
            if (i == data.length || data[i] == 0) {
                parts.add(Arrays.copyOfRange(data, start, i));
                start = i + 1;
            }
        }
        return parts;
    }

    /** A part by its number; {@code other} where there is none or it is empty. */
    public static byte[] part(List<byte[]> parts, int number, String other) {
        return number < parts.size() && parts.get(number).length > 0
                ? parts.get(number)
                : other.getBytes(StandardCharsets.UTF_8);
    }

    private static Path file() {
        try {
            Path file = Files.createTempFile("fuzz", ".bin");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
