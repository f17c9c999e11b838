package tongcang.support;

import java.time.Duration;
import java.util.Objects;

/**
 * How much one submission may cost. A file over a limit ends as a finding, and the run goes on.
 *
 * @param fileBytes size as delivered
 * @param inflatedBytes size of all its parts unpacked
 * @param cells stored cells in all sheets together
 * @param sheets sheets of one workbook
 * @param time for reading one file
 */
public record Limits(long fileBytes, long inflatedBytes, long cells, int sheets, Duration time) {

    /** For bureaus' workbooks: a yearbook chapter fits many times over. */
    public static final Limits DEFAULT = new Limits(100L << 20, 1L << 30, 10_000_000, 256, Duration.ofSeconds(60));

    public Limits {
        Objects.requireNonNull(time, "time");
        if (fileBytes <= 0 || inflatedBytes <= 0 || cells <= 0 || sheets <= 0 || time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }
}
