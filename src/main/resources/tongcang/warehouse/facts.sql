-- A year that a fresh figure is about is laid anew, with what the release before held of it.
CREATE TEMP TABLE touched_year AS
SELECT DISTINCT year
FROM counted_figure
JOIN dim_period ON period_code = period
WHERE is_fresh;

CREATE TEMP TABLE first_row AS
SELECT coalesce(max(rowid) + 1, 0) AS first_row
FROM fact_observation;

-- Year by year, and in each series and period the value to show first: one that no rate converted, of results the firmest
-- status, then the source that goes first, then the latest, of one day the last by name; of targets the latest.
INSERT INTO fact_observation
WITH stated AS (
    SELECT * EXCLUDE (is_fresh) FROM coded_observation WHERE is_fresh
    UNION ALL
    SELECT * REPLACE (true AS is_current)
    FROM fact_observation
    WHERE period_code IN (SELECT period_code FROM dim_period SEMI JOIN touched_year USING (year))
)
SELECT s.*
FROM stated s
JOIN dim_period p ON p.period_code = s.period_code
JOIN source o ON o.submission_id = s.submission_id
ORDER BY p.year, indicator_code, region_code, p.start_date, p.end_date, s.period_code, measure, breakdown, base_period,
    unit_code, status = 'target', exchange_rate <> '',
    CASE status WHEN 'target' THEN 0 WHEN 'actual' THEN 1 WHEN 'preliminary' THEN 2 ELSE 3 END,
    CASE status WHEN 'target' THEN 0 ELSE o.priority END, o.arrival DESC, observation_id;

DELETE FROM fact_observation
WHERE rowid < (SELECT first_row FROM first_row)
    AND period_code IN (SELECT period_code FROM dim_period SEMI JOIN touched_year USING (year));
