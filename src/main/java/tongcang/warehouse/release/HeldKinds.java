package tongcang.warehouse.release;

import java.nio.file.Path;
import java.util.List;
import tongcang.HeldKind;
import tongcang.warehouse.database.Duck;

/** What a release holds back, by kind of sheet and reason. */
public final class HeldKinds {
    private static final String QUERY = """
            SELECT layout_key, any_value(department_name), arg_min(path, nth), arg_min(section, nth), any_value(reasons), count(*),
                arg_min(concat_ws(' ', period_code, nullif(region_text, ''), label, '=', words, nullif(unit_text, ''), '（' || place || '）'), nth),
                arg_min(submission_id || '#' || figure_no, nth), arg_min(words, nth), arg_min(rival, nth)
            FROM (
                SELECT h.*, path, row_number() OVER (ORDER BY rival = '', received, path, submission_id, figure_no) AS nth
                FROM fact_held h
                JOIN dim_submission USING (submission_id)
                WHERE layout_key <> '' -- what else is held waits for a code, and not for an approval
            )
            GROUP BY layout_key
            ORDER BY count(*) DESC, layout_key
            """;

    private HeldKinds() {}

    /** All of them, those first of which most figures are held; examples with a rival reading are preferred. */
    public static List<HeldKind> of(Path database) {
        try (Duck duck = Duck.reading(database)) {
            return duck.query(
                    QUERY,
                    r -> new HeldKind(
                            r.getString(1),
                            r.getString(2),
                            r.getString(3),
                            r.getString(4),
                            r.getString(5),
                            r.getLong(6),
                            r.getString(7),
                            r.getString(8),
                            r.getString(9),
                            r.getString(10)));
        }
    }
}
