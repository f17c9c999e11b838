-- The versions of each series and period that has any that differ, by the rows in which they lie.
CREATE TEMP TABLE version AS
WITH numbered AS (
    SELECT fact_row, is_repeated AND NOT is_same AS is_other,
        sum(CASE WHEN is_repeated THEN 0 ELSE 1 END) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)::BIGINT
            AS series_no
    FROM stored
)
SELECT series_no, f.*, fact_row, s.path
FROM numbered
JOIN (SELECT *, rowid AS fact_row FROM fact_observation) f USING (fact_row)
JOIN dim_submission s ON s.submission_id = f.submission_id
WHERE series_no IN (SELECT series_no FROM numbered WHERE is_other);

-- The series of which a department has stated a period anew and far from before: nearer ones are never held. An amount that a
-- rate converted, a bound and a range are not compared, nor are the terms of a ratio.
CREATE TEMP TABLE restated AS
SELECT DISTINCT indicator_code, region_code, measure, breakdown, base_period, unit_code, status = 'target' AS is_target
FROM version
WHERE comparator = 'eq' AND value_high IS NULL AND exchange_rate = '' AND dimension <> 'proportion'
GROUP BY series_no, department_name, indicator_code, region_code, measure, breakdown, base_period, unit_code, is_target
HAVING count(DISTINCT submission_id) > 1 AND max(value) - min(value) >= 0.03 * least(abs(max(value)), abs(min(value)));

-- Of each figure that is held as a revision: why, what was stated before it, and the key by which its kind is approved.
CREATE TEMP TABLE held_revision (
    submission_id  VARCHAR NOT NULL,
    figure_no      INTEGER NOT NULL,
    reason_held    VARCHAR NOT NULL,
    version_before VARCHAR NOT NULL,
    key_held       VARCHAR NOT NULL
);
