package tongcang.job;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which submissions are to be read again; all that is given must hold.
 *
 * @param department its name, an alias or its code; null: any
 * @param since received on this day or later; null: ever
 * @param layout fingerprint of a layout that was found in it; null: any
 * @param all also what the same reader has read; else only what an older one read
 * @param preview whether it is only told what would change, and nothing is taken in or released
 */
public record Reread(
        @Nullable String department,
        @Nullable LocalDate since,
        @Nullable String layout,
        boolean all,
        boolean preview) {
    /** All that an older reader read. */
    public static final Reread OLDER = new Reread(null, null, null, false);

    /** To be read at once. */
    public Reread(@Nullable String department, @Nullable LocalDate since, @Nullable String layout, boolean all) {
        this(department, since, layout, all, false);
    }
}
