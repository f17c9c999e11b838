package tongcang.warehouse.build;

import java.util.List;
import tongcang.warehouse.database.Duck;

/**
 * A submission that a build cannot take in: it is set aside, so that the others are not kept back.
 *
 * @param submission its id
 * @param path of its file
 * @param reason in the engine's words
 */
public record UnfitSubmission(String submission, String path, String reason) {
    /** The rule of the finding that tells it. */
    static final String RULE = "build.set-aside";

    /** Those of a built file. */
    public static List<UnfitSubmission> of(Duck duck) {
        return duck.query(
                "SELECT submission_id, place, found FROM fact_finding WHERE rule = " + Duck.literal(RULE)
                        + " ORDER BY ALL",
                r -> new UnfitSubmission(r.getString(1), r.getString(2), r.getString(3)));
    }
}
