package tongcang.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tongcang.ColumnSum;
import tools.jackson.databind.json.JsonMapper;

/** Writes the files of a release into a folder that nobody reads yet. */
final class ReleaseWriter {
    private final Path folder;
    private final Releases.SecondReader second;
    private final JsonMapper json;
    private final long splitAbove;
    private final List<Manifest.DataFile> files = new ArrayList<>();
    private final Map<String, Long> rows = new HashMap<>();

    ReleaseWriter(Path folder, Releases.SecondReader second, JsonMapper json, long splitAbove) {
        this.folder = folder;
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
            SdmxExport sdmx = new SdmxExport(duck);
            for (ParquetExport.Part part : parquet.parts("observation")) {
                Path file = file("sdmx/" + part.name() + ".csv");
                sdmx.write(part, file);
                add(file, part.relation(), rows.getOrDefault(part.name(), 0L), Map.of());
            }
            add(text("data-dictionary.md", DataDictionary.markdown(duck)), "", 0, Map.of());
            String described = json.writeValueAsString(new DataPackage(duck).describe(release, files));
            add(text("datapackage.json", described + "\n"), "", 0, Map.of());
            duck.run("CHECKPOINT");
        }
        Path database = folder.resolve(Releases.DATABASE);
        Files.move(built, database, StandardCopyOption.ATOMIC_MOVE);
        add(database, "", 0, Map.of());
        return files;
    }

    private void write(ParquetExport parquet, ParquetExport.Part part) throws IOException {
        Path file = file("parquet/" + part.name() + ".parquet");
        ParquetExport.Content content = parquet.write(part, file);
        compare(part.name(), content.sums(), second.sums(file));
        add(file, part.relation(), content.rows(), texts(content.sums()));
        rows.put(part.name(), content.rows());
    }

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return file;
    }

    private Path text(String name, String content) throws IOException {
        return Files.writeString(file(name), content);
    }

    private void add(Path file, String table, long rows, Map<String, List<String>> columns) throws IOException {
        String name = folder.relativize(file).toString().replace('\\', '/');
        files.add(new Manifest.DataFile(name, table, rows, Files.size(file), Disk.sha256(file), columns));
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
