-- Whether the observations of the release that a build goes on from are those which the ledger gives: each value, code and
-- word is made again from the ledger's parts and hashed, and the one of several versions that is shown is the one to show.
WITH given AS (
    SELECT count(*) AS figures, sum(hash(o)) AS content
    FROM (
        SELECT * EXCLUDE (is_fresh) FROM coded_observation WHERE NOT is_fresh
        UNION ALL
        FROM fact_observation WHERE false -- for its types
    ) o
),
released AS (
    SELECT count(*) AS figures, sum(hash(o)) AS content
    FROM (SELECT * REPLACE (true AS is_current) FROM fact_observation) o
),
placed AS (
    SELECT count(*) FILTER (is_current = is_repeated) AS wrongly_shown, count(*) FILTER (NOT is_repeated) AS series
    FROM stored
),
-- Versions of one series and period that lie apart would each be shown.
told_apart AS (
    SELECT count(DISTINCT hash(indicator_code, region_code, measure, breakdown, unit_code, base_period, period_code,
        status = 'target')) AS series
    FROM fact_observation
),
ranked AS (
    SELECT observation_id, exchange_rate <> '' AS is_converted,
        CASE status WHEN 'target' THEN 0 WHEN 'actual' THEN 1 WHEN 'preliminary' THEN 2 ELSE 3 END AS firmness,
        CASE status WHEN 'target' THEN 0 ELSE priority END AS precedence, -arrival AS lateness
    FROM fact_observation
    JOIN source USING (submission_id)
),
misplaced AS (
    SELECT count(*) AS pairs
    FROM stored v
    JOIN ranked r ON r.observation_id = v.observation_id
    JOIN ranked b ON b.observation_id = v.observation_before
    WHERE v.is_repeated
        AND (b.is_converted, b.firmness, b.precedence, b.lateness, b.observation_id)
            > (r.is_converted, r.firmness, r.precedence, r.lateness, r.observation_id)
)
SELECT count(*)
FROM given
JOIN released ON released.figures = given.figures AND released.content IS NOT DISTINCT FROM given.content
JOIN placed ON wrongly_shown = 0
JOIN told_apart ON told_apart.series = placed.series
JOIN misplaced ON misplaced.pairs = 0
