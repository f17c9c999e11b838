package tongcang.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tongcang.ColumnSum;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the files of a release into a folder that nobody reads yet. A table whose content is that of the release before
 * is not written again: its file is in both.
 */
final class ReleaseWriter {
    private final Path folder;
    private final Optional<Earlier> earlier;
    private final Releases.SecondReader second;
    private final JsonMapper json;
    private final long splitAbove;
    private final List<Manifest.DataFile> files = new ArrayList<>();
    private final Map<String, Long> rows = new HashMap<>();

    /** A release of the same program and seeds: its files of equal content are equal byte for byte. */
    record Earlier(Path folder, Manifest manifest) {
        /** The file of that name, if its content is the same and its bytes are still those that were written. */
        Optional<Manifest.DataFile> file(String name, String digest) {
            return manifest.files().stream()
                    .filter(f -> f.name().equals(name) && f.digest().equals(digest))
                    .filter(f -> Disk.isSame(folder.resolve(name), f.sha256()))
                    .findFirst();
        }
    }

    ReleaseWriter(
            Path folder, Optional<Earlier> earlier, Releases.SecondReader second, JsonMapper json, long splitAbove) {
        this.folder = folder;
        this.earlier = earlier;
        this.second = second;
        this.json = json;
        this.splitAbove = splitAbove;
    }

    /** Everything but the manifest; the built file is moved in last. */
    List<Manifest.DataFile> write(String release, Path built, Settings settings) throws IOException {
        try (Duck duck = Duck.writing(built, settings)) {
            ParquetExport parquet = new ParquetExport(duck, splitAbove);
            for (ParquetExport.Part part : parquet.parts()) {
                write(parquet, part);
            }
            parquet.forget();
            SdmxExport sdmx = new SdmxExport(duck);
            for (ParquetExport.Part part : parquet.parts("observation")) {
                write(sdmx, parquet, part);
            }
            add(text("data-dictionary.md", DataDictionary.markdown(duck)));
            String described = json.writeValueAsString(new DataPackage(duck).describe(release, files));
            add(text("datapackage.json", described + "\n"));
            duck.run("CHECKPOINT");
        }
        Path database = folder.resolve(Releases.DATABASE);
        Files.move(built, database, StandardCopyOption.ATOMIC_MOVE);
        add(database);
        return files;
    }

    private void write(ParquetExport parquet, ParquetExport.Part part) throws IOException {
        String name = "parquet/" + part.name() + ".parquet";
        String digest = parquet.digest(part);
        if (!isTakenOver(name, digest)) {
            Path file = file(name);
            parquet.write(part, file);
            ParquetExport.Content content = parquet.content(part);
            compare(part.name(), content.sums(), second.sums(file));
            add(file, part.relation(), content.rows(), digest, texts(content.sums()));
        }
        rows.put(part.name(), files.get(files.size() - 1).rows());
    }

    private void write(SdmxExport sdmx, ParquetExport parquet, ParquetExport.Part part) throws IOException {
        String name = "sdmx/" + part.name() + ".csv";
        String digest = parquet.digest(part);
        if (!isTakenOver(name, digest)) {
            Path file = file(name);
            sdmx.write(part, file);
            add(file, part.relation(), rows.getOrDefault(part.name(), 0L), digest, Map.of());
        }
    }

    /** One file in two releases, where the disk can do so; else a copy. */
    private boolean isTakenOver(String name, String digest) throws IOException {
        Optional<Manifest.DataFile> same = earlier.flatMap(e -> e.file(name, digest));
        if (same.isEmpty()) {
            return false;
        }
        Path old = earlier.get().folder().resolve(name);
        try {
            Files.createLink(file(name), old);
        } catch (IOException | UnsupportedOperationException e) {
            Files.copy(old, file(name), StandardCopyOption.REPLACE_EXISTING);
        }
        files.add(same.get());
        return true;
    }

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return file;
    }

    private Path text(String name, String content) throws IOException {
        return Files.writeString(file(name), content);
    }

    private void add(Path file) throws IOException {
        add(file, "", 0, "", Map.of());
    }

    private void add(Path file, String table, long rows, String digest, Map<String, List<String>> columns)
            throws IOException {
        files.add(new Manifest.DataFile(name(file), table, rows, Files.size(file), Disk.sha256(file), digest, columns));
    }

    private String name(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static void compare(String name, Map<String, ColumnSum> database, Map<String, ColumnSum> file) {
        for (Map.Entry<String, ColumnSum> column : database.entrySet()) {
            @Nullable ColumnSum read = file.get(column.getKey());
            if (read == null || !read.matches(column.getValue())) {
                throw new IllegalStateException(name + ".parquet, column " + column.getKey() + ": the database holds "
                        + column.getValue() + ", the file " + read + "; the release before stays current");
            }
        }
    }

    /** Sums as the manifest holds them. */
    static Map<String, List<String>> texts(Map<String, ColumnSum> sums) {
        Map<String, List<String>> texts = new TreeMap<>();
        sums.forEach((column, sum) -> texts.put(
                column,
                List.of(
                        Long.toString(sum.filled()),
                        sum.sum().signum() == 0
                                ? "0"
                                : sum.sum().stripTrailingZeros().toPlainString())));
        return texts;
    }
}
