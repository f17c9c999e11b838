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

UPDATE fact_observation SET is_current = false
WHERE rowid IN (SELECT fact_row FROM stored WHERE is_repeated AND fact_row >= (SELECT first_row FROM first_row));

-- The figures that need a word: those without an observation, those whose wording coding has something to say about, and
-- those of a region that was another in their year.
CREATE TEMP TABLE troubled_figure AS
SELECT submission_id, department_name, figure_no, form, label, measure, unit, region, breakdown, period, place, words,
    value_text, has_problem, region_then, region_problem, reason, is_held, grade, hold_reason, rival, layout_key, coded_measure,
    status, coded_breakdown, indicator_code, region_code, section, sentence
FROM coded_figure c
WHERE term_no = 1 AND (reason IS NOT NULL OR has_problem OR region_then IS NOT NULL OR is_held);

INSERT INTO fact_held
SELECT submission_id, figure_no, grade, hold_reason, rival, layout_key, department_name, place, words, label, value_text, unit,
    coded_measure, status, period, region, coded_breakdown, indicator_code, region_code, section, sentence
FROM troubled_figure
WHERE reason IS NULL AND is_held
ORDER BY submission_id, figure_no;

INSERT INTO fact_uncoded
SELECT submission_id, figure_no, reason, place, words, label, value_text, unit, period, region
FROM troubled_figure
WHERE reason IS NOT NULL
ORDER BY submission_id, figure_no;
