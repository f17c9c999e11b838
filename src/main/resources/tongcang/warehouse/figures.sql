-- The figures of the ledger in the readings that count; parts that were written before evidence or layouts were kept have no
-- such columns.
CREATE TEMP VIEW ledger_figure AS
SELECT * EXCLUDE (run) REPLACE (coalesce(unit_origin, 'unknown') AS unit_origin, coalesce(period_origin, 'unknown') AS period_origin,
    coalesce(region_origin, 'unknown') AS region_origin, coalesce(measure_origin, 'unknown') AS measure_origin,
    coalesce(label_origin, 'unknown') AS label_origin, coalesce(doubts, '') AS doubts, coalesce(rival, '') AS rival)
FROM (
    FROM read_parquet($ledger || '/run=*/figure-*.parquet', hive_partitioning = true, hive_types_autocast = false,
        union_by_name = true)
    UNION ALL BY NAME
    SELECT NULL::VARCHAR AS unit_origin, NULL::VARCHAR AS period_origin, NULL::VARCHAR AS region_origin,
        NULL::VARCHAR AS measure_origin, NULL::VARCHAR AS label_origin, NULL::VARCHAR AS doubts, NULL::VARCHAR AS rival,
        NULL::VARCHAR AS layout
    WHERE false
)
ANTI JOIN superseded_reading USING (submission_id, run);
