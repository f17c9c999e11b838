package tongcang.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tongcang.support.Sha256;

/**
 * What a release is a function of, beside the submissions.
 *
 * @param seeds hash of codelists, forms and rules
 * @param code version of the program
 */
record Fingerprint(String seeds, String code) {

    /** Of the program that runs, and of everything in the seeds but the reports, which are submissions. */
    static Fingerprint of(Path seeds, String region) {
        return new Fingerprint(hash(seeds, region), CodeVersion.current());
    }

    /** The fingerprint of all submissions, by their ids, with seeds and program. */
    String of(Set<String> ids) {
        return of(ids, 0);
    }

    /** Another one of the same for each {@code nth}. */
    String of(Set<String> ids, int nth) {
        MessageDigest digest = Sha256.digest();
        new TreeSet<>(ids).forEach(id -> digest.update(id.getBytes(StandardCharsets.UTF_8)));
        digest.update((seeds + "\n" + code + (nth == 0 ? "" : "\n" + nth)).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Where a folder that is a link leads to; links below it are not followed. */
    static Path real(Path folder) {
        try {
            return Files.exists(folder) ? folder.toRealPath() : folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The region is hashed too: nobody names it, and yet 全市 means it. */
    private static String hash(Path seeds, String region) {
        MessageDigest digest = Sha256.digest();
        digest.update(region.getBytes(StandardCharsets.UTF_8));
        Path folder = real(seeds);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (!name.startsWith("reports/")) {
                    digest.update(name.getBytes(StandardCharsets.UTF_8));
                    digest.update(Files.readAllBytes(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
