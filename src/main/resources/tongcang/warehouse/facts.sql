-- Exact: num/den times a decimal with ten places, halves away from zero, in whole numbers throughout.
CREATE TEMP MACRO raw(v) AS (v * 10000000000::DECIMAL(11, 0))::HUGEINT;
CREATE TEMP MACRO scaled(h, num, den) AS
    (sign(h)::HUGEINT * ((abs(h) * num * 2 + den) // (den * 2)))::DECIMAL(38, 0) * 0.0000000001::DECIMAL(11, 10);

-- Every figure with its codes; a ratio of several terms that does not end in ∶1 becomes a row per term.
CREATE TEMP TABLE coded_figure AS
WITH figure AS (
    SELECT f.*, s.department_name, s.received, s.kind AS source_kind
    FROM read_parquet($ledger || '/run=*/figure-*.parquet', hive_partitioning = false) f
    JOIN dim_submission s USING (submission_id)
),
term AS (
    SELECT *, string_split(value_text, '∶') AS terms,
        CASE WHEN len(terms) < 2 OR (len(terms) = 2 AND terms[2] = '1') THEN [1] ELSE range(1, len(terms) + 1) END AS nos
    FROM figure
),
one AS (
    SELECT * EXCLUDE (terms, nos), unnest(nos) AS term_no, len(nos) AS term_count,
        terms[unnest(nos)] AS number_text
    FROM term
)
SELECT one.*, c.indicator_code, c.measure AS coded_measure, c.region_code, c.breakdown AS coded_breakdown, c.unit_code,
    c.dimension, c.canonical_num::HUGEINT AS canonical_num, c.canonical_den::HUGEINT AS canonical_den, c.shown_unit,
    c.shown_num::HUGEINT AS shown_num, c.shown_den::HUGEINT AS shown_den, c.rule, c.obstacle,
    try_cast(number_text AS DECIMAL(38, 10)) AS number,
    try_cast(high_text AS DECIMAL(38, 10)) AS number_high,
    coalesce(len(string_split(number_text, '.')[2]), 0) AS decimals
FROM one
LEFT JOIN coding c
    ON c.department = one.department_name AND c.form = one.form AND c.label = one.label
    AND c.measure_read = one.measure AND c.unit_text = one.unit AND c.region_text = one.region
    AND c.breakdown_text = one.breakdown;

ALTER TABLE coded_figure ADD COLUMN reason VARCHAR;
UPDATE coded_figure SET reason = CASE
    WHEN rule IS NULL THEN 'coding.missing'
    WHEN obstacle IS NOT NULL THEN obstacle
    WHEN period IS NULL THEN 'coding.unknown-period'
    WHEN number IS NULL OR abs(number) >= 10000000000000000 THEN 'coding.value-out-of-range'
    WHEN abs(number) * 10000000000::DECIMAL(11, 0) > 150000000000000000000000000000000000000 / greatest(shown_num, canonical_num)::DOUBLE
        THEN 'coding.value-out-of-range'
    WHEN abs(number)::DOUBLE * shown_num::DOUBLE / shown_den::DOUBLE >= 1000000000000 THEN 'coding.value-out-of-range'
    END;

INSERT INTO fact_observation
SELECT submission_id || '#' || figure_no || CASE WHEN term_count > 1 THEN '.' || term_no ELSE '' END,
    indicator_code, region_code, period, coded_measure, status,
    concat_ws(';', nullif(coded_breakdown, ''), CASE WHEN term_count > 1 THEN 'term=' || term_no END),
    coalesce(base_period, ''), comparator,
    scaled(raw(number), shown_num, shown_den)::DECIMAL(18, 6),
    scaled(raw(number_high), shown_num, shown_den)::DECIMAL(18, 6),
    shown_unit,
    scaled(CASE WHEN decimals < 10 THEN 5 * power(10, 9 - decimals)::HUGEINT ELSE 0::HUGEINT END, shown_num, shown_den)
        ::DECIMAL(18, 6),
    scaled(raw(number), canonical_num, canonical_den),
    dimension, value_text, unit, unit_source, received, submission_id, department_name, source_kind, place, words, label,
    section, sentence, rule
FROM coded_figure
WHERE reason IS NULL
ORDER BY indicator_code, region_code, coded_measure, period, received, submission_id, figure_no, term_no;

INSERT INTO fact_uncoded
SELECT submission_id, figure_no, reason, place, words, label, value_text, unit, period, region
FROM coded_figure
WHERE reason IS NOT NULL AND term_no = 1
ORDER BY submission_id, figure_no;
