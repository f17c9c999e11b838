package tongcang.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tongcang.ledger.chain.Link;
import tongcang.support.Sha256;

/** Lists the files of a run as its link names them. */
final class Inventory {
    private Inventory() {}

    /**
     * All files of a folder but its index, by name; what a killed write left is deleted.
     *
     * @param name of the folder in the ledger
     */
    static List<Link.Part> of(Path folder, String name) throws IOException {
        List<Link.Part> parts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String own = file.getFileName().toString();
                if (own.endsWith(".tmp")) {
                    Files.delete(file);
                } else if (!own.equals(Link.INDEX) && !own.startsWith(".")) {
                    parts.add(new Link.Part(name + "/" + own, rows(file), Files.size(file), Sha256.of(file)));
                }
            }
        }
        return parts;
    }

    private static long rows(Path file) throws IOException {
        if (file.toString().endsWith(".parquet")) {
            return ParquetFile.rows(file);
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        }
    }
}
