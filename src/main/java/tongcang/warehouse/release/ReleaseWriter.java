package tongcang.warehouse.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import tongcang.support.ColumnSum;
import tongcang.warehouse.database.Columns;
import tongcang.warehouse.database.Duck;
import tongcang.warehouse.database.Lanes;
import tongcang.warehouse.database.Settings;
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
    private final ConcurrentMap<String, String> digests = new ConcurrentHashMap<>();

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
        List<Manifest.DataFile> files = new ArrayList<>();
        // one thread a statement: where a file's row groups end must not depend on which of two came first
        try (Duck duck = Duck.writing(built, settings.singleThreaded())) {
            files.addAll(tables(duck, new Lanes(duck, settings.threads())));
            files.add(other(text("data-dictionary.md", DataDictionary.markdown(duck))));
            String described = json.writeValueAsString(new DataPackage(duck).describe(release, files));
            files.add(other(text("datapackage.json", described + "\n")));
            duck.run("CHECKPOINT");
        }
        Path database = folder.resolve(Releases.DATABASE);
        Files.move(built, database, StandardCopyOption.ATOMIC_MOVE);
        files.add(other(database));
        return files;
    }

    private List<Manifest.DataFile> tables(Duck duck, Lanes lanes) throws IOException {
        Columns columns = new Columns(duck);
        List<ReleasePart> parts = ReleasePart.all(duck, splitAbove);
        List<ReleasePart> years = parts.stream().filter(ReleasePart::isYear).toList();
        List<ReleasePart> whole = parts.stream().filter(part -> !part.isYear()).toList();
        List<List<Manifest.DataFile>> files =
                new ArrayList<>(lanes.each(whole, (lane, part) -> files(lane, part, columns)));
        // joins keep the order of a year's rows as long as their table is the first, streaming side
        duck.run("SET GLOBAL disabled_optimizers = 'join_order,build_side_probe_side'");
        files.addAll(lanes.each(years, (lane, part) -> files(lane, part, columns)));
        duck.run("RESET GLOBAL disabled_optimizers");
        return files.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Manifest.DataFile::name))
                .toList();
    }

    /** A part as Parquet, and of observations as SDMX-CSV beside it. */
    private List<Manifest.DataFile> files(Duck duck, ReleasePart part, Columns columns) throws IOException {
        ParquetExport export = new ParquetExport(duck, part, columns.of(part.relation()));
        String digest = export.digest(digests, columns.of("fact_observation"));
        Manifest.DataFile parquet = parquet(export, part, digest);
        return part.relation().equals(ReleasePart.OBSERVATION)
                ? List.of(parquet, sdmx(duck, part, digest, parquet.rows()))
                : List.of(parquet);
    }

    private Manifest.DataFile parquet(ParquetExport export, ReleasePart part, String digest) throws IOException {
        String name = "parquet/" + part.name() + ".parquet";
        Optional<Manifest.DataFile> same = takenOver(name, digest);
        if (same.isPresent()) {
            return same.get();
        }
        Path file = file(name);
        export.write(file);
        ParquetExport.Content content = export.content();
        compare(part.name(), content.sums(), second.sums(file));
        return file(file, part.relation(), content.rows(), digest, texts(content.sums()));
    }

    private Manifest.DataFile sdmx(Duck duck, ReleasePart part, String digest, long rows) throws IOException {
        String name = "sdmx/" + part.name() + ".csv";
        Optional<Manifest.DataFile> same = takenOver(name, digest);
        if (same.isPresent()) {
            return same.get();
        }
        Path file = file(name);
        SdmxExport.write(duck, part, file);
        return file(file, part.relation(), rows, digest, Map.of());
    }

    /** One file in two releases, where the disk can do so; else a copy. */
    private Optional<Manifest.DataFile> takenOver(String name, String digest) throws IOException {
        Optional<Manifest.DataFile> same = earlier.flatMap(e -> e.file(name, digest));
        if (same.isPresent()) {
            Path old = earlier.get().folder().resolve(name);
            try {
                Files.createLink(file(name), old);
            } catch (IOException | UnsupportedOperationException e) {
                Files.copy(old, file(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return same;
    }

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return file;
    }

    private Path text(String name, String content) throws IOException {
        return Files.writeString(file(name), content);
    }

    private Manifest.DataFile other(Path file) throws IOException {
        return file(file, "", 0, "", Map.of());
    }

    private Manifest.DataFile file(Path file, String table, long rows, String digest, Map<String, List<String>> columns)
            throws IOException {
        String name = folder.relativize(file).toString().replace('\\', '/');
        return new Manifest.DataFile(name, table, rows, Files.size(file), Disk.sha256(file), digest, columns);
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
