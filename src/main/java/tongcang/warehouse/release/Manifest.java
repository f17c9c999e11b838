package tongcang.warehouse.release;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tongcang.warehouse.build.UnrunRule;

/**
 * What a release holds and what it was made of: {@code manifest.json}.
 *
 * @param release its id
 * @param created the instant it was published, ISO 8601
 * @param fingerprint of all that went in: submissions, codelists, rules and code
 * @param codeVersion version of the program
 * @param seedsHash of codelists, forms and rules, and of the job's region
 * @param submissions how many it holds
 * @param figures how many numbers they state; 0 where an older program did not say
 * @param ledger the ledger that it was made of
 * @param fullBuild the instant at which the ledger alone was last found to give the same; empty of an older program
 * @param unrunRules audit rules whose findings it lacks
 * @param files all other files of the release
 */
public record Manifest(
        String release,
        String created,
        String fingerprint,
        String codeVersion,
        String seedsHash,
        long submissions,
        long figures,
        Ledger ledger,
        String fullBuild,
        List<UnrunRule> unrunRules,
        List<DataFile> files) {

    /**
     * A state of the ledger.
     *
     * @param links of its chain; 0 where the program that made the release knew no chain
     * @param head SHA-256 of the last link; empty where there is none
     */
    public record Ledger(int links, String head) {
        /** None, or one without a chain. */
        public static final Ledger NONE = new Ledger(0, "");
    }

    /** What an older program left out binds to null, past the compiler's checks. */
    public Manifest {
        fullBuild = fullBuild == null ? "" : fullBuild;
        unrunRules = unrunRules == null ? List.of() : List.copyOf(unrunRules);
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(created, "created");
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(codeVersion, "codeVersion");
        Objects.requireNonNull(seedsHash, "seedsHash");
        ledger = ledger == null ? Ledger.NONE : ledger; // what is left out binds to null
        Objects.requireNonNull(files, "files");
    }

    /** The same, with what is known once its files are written. */
    Manifest published(Instant instant, List<DataFile> written) {
        return new Manifest(
                release,
                instant.toString(),
                fingerprint,
                codeVersion,
                seedsHash,
                submissions,
                figures,
                ledger,
                fullBuild,
                unrunRules,
                List.copyOf(written));
    }

    /**
     * A file of the release.
     *
     * @param name relative to the release
     * @param table table or view it was written from; empty where it is none
     * @param rows as the database counted them
     * @param bytes its size
     * @param sha256 of its bytes
     * @param digest of the values of a table, whatever the order of its rows; empty where it is none
     * @param columns what each column of a Parquet file holds: values that are not null, and their sum as a decimal string
     */
    public record DataFile(
            String name,
            String table,
            long rows,
            long bytes,
            String sha256,
            String digest,
            Map<String, List<String>> columns) {}
}
