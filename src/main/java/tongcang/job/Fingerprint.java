package tongcang.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tongcang.job.definition.JobFile;
import tongcang.ledger.chain.Reader;
import tongcang.support.Sha256;

/**
 * What a release is a function of, beside the submissions.
 *
 * @param seeds hash of codelists, forms and rules
 * @param code version of the program
 */
record Fingerprint(String seeds, String code) {

    /** Digits of a reader's rules. */
    private static final int SHORT = 16;

    /**
     * Of the program that runs, and of everything in the seeds but the reports, which are submissions. The region is hashed
     * too: nobody names it, and yet 全市 means it.
     */
    static Fingerprint of(Path seeds, String region) {
        return new Fingerprint(hash(seeds, region, name -> !name.startsWith("reports/")), CodeVersion.current());
    }

    /** The fingerprint of all submissions, by their ids and those of later readings, with seeds and program. */
    String of(Set<String> marks) {
        return of(marks, 0);
    }

    /** Another one of the same for each {@code nth}. */
    String of(Set<String> marks, int nth) {
        MessageDigest digest = Sha256.digest();
        new TreeSet<>(marks).forEach(mark -> digest.update(mark.getBytes(StandardCharsets.UTF_8)));
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

    /**
     * Who reads in a run of this job: the same files are read alike by the same program with the same forms and units.
     *
     * @param seeds folder of the seeds
     */
    static Reader reader(Path seeds, JobFile job) {
        String rules = hash(
                seeds,
                job.workbooks().hidden().name(),
                name -> name.startsWith("forms/") || name.equals("codelists/units.csv"));
        List<String> passwords =
                job.workbooks().passwordVariables().stream().sorted().toList();
        return new Reader(CodeVersion.ofReading(), rules.substring(0, SHORT), passwords);
    }

    /** Of all files of a folder that are meant, with a word beside them. */
    private static String hash(Path seeds, String word, Predicate<String> meant) {
        MessageDigest digest = Sha256.digest();
        digest.update(word.getBytes(StandardCharsets.UTF_8));
        Path folder = real(seeds);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (meant.test(name)) {
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
