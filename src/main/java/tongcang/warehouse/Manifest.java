package tongcang.warehouse;

import java.util.List;
import java.util.Map;

/**
 * What a release holds and what it was made of: {@code manifest.json}.
 *
 * @param release its id
 * @param created the instant it was published, ISO 8601
 * @param fingerprint of all that went in: submissions, codelists, rules and code
 * @param codeVersion version of the program
 * @param seedsHash of codelists, forms and rules
 * @param submissions how many the ledger holds
 * @param files the Parquet files, in order of their names
 */
public record Manifest(
        String release,
        String created,
        String fingerprint,
        String codeVersion,
        String seedsHash,
        long submissions,
        List<DataFile> files) {

    /**
     * A file of the release.
     *
     * @param name relative to the release
     * @param table table or view it was written from
     * @param rows as the database counted them
     * @param bytes its size
     * @param sha256 of its bytes
     * @param columns what each column holds: values that are not null, and their sum as a decimal string
     */
    public record DataFile(
            String name, String table, long rows, long bytes, String sha256, Map<String, List<String>> columns) {}
}
