-- What is held of the revisions is not shown; then the first of each series and period is.
DELETE FROM fact_observation
WHERE observation_id IN (SELECT submission_id || '#' || figure_no FROM held_revision);

DELETE FROM version
WHERE observation_id IN (SELECT submission_id || '#' || figure_no FROM held_revision);

UPDATE fact_observation SET is_current = NOT is_current
WHERE rowid IN (SELECT fact_row FROM stored WHERE is_current = is_repeated);

-- The figures that need a word: those without an observation, those whose wording coding has something to say about, and
-- those of a region that was another in their year.
CREATE TEMP TABLE troubled_figure AS
SELECT submission_id, department_name, figure_no, form, label, measure, unit, region, breakdown, period, place, words,
    value_text, has_problem, region_then, region_problem, reason, is_held OR r.reason_held IS NOT NULL AS is_held,
    CASE WHEN r.reason_held IS NULL THEN grade ELSE 'contradicted' END AS grade,
    coalesce(r.reason_held, hold_reason) AS hold_reason, coalesce(r.version_before, rival) AS rival,
    coalesce(r.key_held, layout_key) AS layout_key, layout, coded_measure, status, coded_breakdown, indicator_code, region_code,
    section, sentence
FROM coded_figure c
LEFT JOIN held_revision r USING (submission_id, figure_no)
WHERE term_no = 1
    AND (reason IS NOT NULL OR has_problem OR region_then IS NOT NULL OR is_held OR r.reason_held IS NOT NULL);

INSERT INTO fact_held
SELECT submission_id, figure_no, grade, hold_reason, rival, layout_key, layout, department_name, place, words, label, value_text, unit,
    coded_measure, status, period, region, coded_breakdown, indicator_code, region_code, section, sentence
FROM troubled_figure
WHERE reason IS NULL AND is_held
ORDER BY submission_id, figure_no;

INSERT INTO fact_uncoded
SELECT submission_id, figure_no, reason, place, words, label, value_text, unit, period, region, layout
FROM troubled_figure
WHERE reason IS NOT NULL
ORDER BY submission_id, figure_no;
