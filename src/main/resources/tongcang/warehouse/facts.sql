-- Exact: num/den times a decimal with ten places, halves away from zero, in whole numbers throughout.
CREATE TEMP MACRO raw(v) AS (v * 10000000000::DECIMAL(11, 0))::HUGEINT;
CREATE TEMP MACRO scaled(h, num, den) AS
    (sign(h)::HUGEINT * ((abs(h) * num * 2 + den) // (den * 2)))::DECIMAL(38, 0) * 0.0000000001::DECIMAL(11, 10);

-- Yuan for one unit of a currency, exact: rate_num / rate_den.
CREATE TEMP TABLE exchange_rate AS
SELECT currency, period AS period_code, kind, rate::DECIMAL(10, 6) AS rate,
    (rate::DECIMAL(10, 6) * 1000000)::HUGEINT AS rate_num, 1000000::HUGEINT AS rate_den,
    '1' || currency || '=' || rate || '元（' || period || CASE kind WHEN 'end' THEN ' 期末' ELSE ' 平均' END || '，' || source || '）'
        AS rate_text
FROM read_csv($codelists || '/exchange_rates.csv', header = true, all_varchar = true, nullstr = '');

-- Which region a name means in which years, where it is another than the one of that name: before it began, the only
-- one that it replaced, and after it ended, the one that replaced it.
CREATE TEMP TABLE region_in_time AS
WITH line AS (
    SELECT region_code, coalesce(valid_from::INTEGER, 0) AS first_year, coalesce(valid_to::INTEGER, 9999) AS last_year,
        replaced_by
    FROM dim_region
)
SELECT new.region_code AS named_code, old.region_code, old.first_year, least(old.last_year, new.first_year - 1) AS last_year
FROM line new
JOIN line old ON old.replaced_by = new.region_code
QUALIFY count(*) OVER (PARTITION BY new.region_code) = 1
UNION ALL
SELECT old.region_code, new.region_code, greatest(new.first_year, old.last_year + 1), new.last_year
FROM line old
JOIN line new ON old.replaced_by = new.region_code;

-- Every figure with its codes; a ratio of several terms that does not end in ∶1 becomes a row per term.
CREATE TEMP VIEW coded_figure AS
WITH figure AS (
    SELECT f.*, s.department_name, s.received, s.kind AS source_kind, coalesce(d.priority, 100) AS priority
    FROM read_parquet($ledger || '/run=*/figure-*.parquet', hive_partitioning = false) f
    JOIN dim_submission s USING (submission_id)
    LEFT JOIN dim_department d USING (department_code)
),
term AS (
    SELECT *, CASE WHEN contains(value_text, '∶') THEN string_split(value_text, '∶') END AS terms,
        CASE WHEN terms IS NULL OR (len(terms) = 2 AND terms[2] = '1') THEN [1] ELSE range(1, len(terms) + 1) END AS nos
    FROM figure
),
one AS (
    SELECT * EXCLUDE (terms, nos), unnest(nos) AS term_no, len(nos) AS term_count,
        CASE WHEN terms IS NULL THEN value_text ELSE terms[unnest(nos)] END AS number_text
    FROM term
),
coded AS (
    SELECT one.*, c.indicator_code, c.measure AS coded_measure, c.region_code, c.breakdown AS coded_breakdown, c.unit_code,
        c.dimension, c.canonical_num::HUGEINT AS canonical_num, c.canonical_den::HUGEINT AS canonical_den, c.shown_unit,
        c.shown_num::HUGEINT * coalesce(x.rate_num, 1) AS shown_num,
        c.shown_den::HUGEINT * coalesce(x.rate_den, 1) AS shown_den, c.currency, coalesce(x.rate_text, '') AS exchange_rate,
        c.rule, c.obstacle,
        try_cast(number_text AS DECIMAL(38, 10)) AS number,
        try_cast(high_text AS DECIMAL(38, 10)) AS number_high,
        greatest(abs(number), abs(coalesce(number_high, 0))) AS magnitude,
        CASE instr(number_text, '.') WHEN 0 THEN 0 ELSE length(number_text) - instr(number_text, '.') END AS decimals
    FROM one
    LEFT JOIN coding c
        ON c.department = one.department_name AND c.form = one.form AND c.label = one.label
        AND c.measure_read = one.measure AND c.unit_text = one.unit AND c.region_text = one.region
        AND c.breakdown_text = one.breakdown
    LEFT JOIN exchange_rate x ON x.currency = c.currency AND x.kind = c.rate_kind AND x.period_code = one.period
)
-- Half of what DECIMAL(18, 6) holds is the bound, so that the difference of any two values fits it as well.
SELECT *, CASE
    WHEN rule IS NULL THEN 'coding.missing'
    WHEN obstacle IS NOT NULL THEN obstacle
    WHEN period IS NULL THEN 'coding.unknown-period'
    WHEN currency IS NOT NULL AND exchange_rate = '' THEN 'coding.no-exchange-rate'
    WHEN number IS NULL OR magnitude >= 10000000000000000 THEN 'coding.value-out-of-range'
    WHEN raw(magnitude) > 80000000000000000000000000000000000000::HUGEINT // greatest(shown_num, canonical_num)
        THEN 'coding.value-out-of-range'
    WHEN raw(magnitude) * shown_num // shown_den >= 5000000000000000000000::HUGEINT THEN 'coding.value-out-of-range'
    END AS reason
FROM coded;

-- In each series and period the value to show comes first: one that no rate converted, of results the firmest status, then the source that goes
-- first, then the latest; of targets the latest.
INSERT INTO fact_observation
SELECT submission_id || '#' || figure_no || CASE WHEN term_count > 1 THEN '.' || term_no ELSE '' END AS observation_id,
    indicator_code, coalesce(v.region_code, f.region_code) AS region_code, period, coded_measure, status,
    concat_ws(';', nullif(coded_breakdown, ''), CASE WHEN term_count > 1 THEN 'term=' || term_no END) AS breakdown,
    coalesce(base_period, '') AS base_period, comparator,
    scaled(raw(number), shown_num, shown_den)::DECIMAL(18, 6),
    scaled(raw(number_high), shown_num, shown_den)::DECIMAL(18, 6),
    shown_unit,
    scaled(coalesce([5000000000, 500000000, 50000000, 5000000, 500000, 50000, 5000, 500, 50, 5][decimals + 1], 0)::HUGEINT,
        shown_num, shown_den)::DECIMAL(18, 6),
    scaled(raw(number), canonical_num, canonical_den),
    dimension, value_text, unit, unit_source, received, submission_id, department_name, source_kind, place, words, label,
    section, sentence, rule, exchange_rate, true
FROM coded_figure f
JOIN dim_period p ON p.period_code = period
LEFT JOIN region_in_time v ON v.named_code = f.region_code AND p.year BETWEEN v.first_year AND v.last_year
WHERE reason IS NULL
ORDER BY p.year, indicator_code, region_code, coded_measure, breakdown, shown_unit, base_period, period,
    status = 'target', exchange_rate <> '', CASE status WHEN 'target' THEN 0 WHEN 'actual' THEN 1 WHEN 'preliminary' THEN 2 ELSE 3 END,
    CASE status WHEN 'target' THEN 0 ELSE priority END, received DESC, submission_id DESC, observation_id;

-- Rows lie in that order, so that a row with the same key as the one before it is not the one to show.
UPDATE fact_observation SET is_current = false
WHERE rowid IN (
    SELECT rowid
    FROM (
        SELECT rowid, indicator_code = lag(indicator_code) OVER stored AND region_code = lag(region_code) OVER stored
            AND measure = lag(measure) OVER stored AND breakdown = lag(breakdown) OVER stored
            AND unit_code = lag(unit_code) OVER stored AND base_period = lag(base_period) OVER stored
            AND period_code = lag(period_code) OVER stored
            AND (status = 'target') = (lag(status) OVER stored = 'target') AS is_repeated
        FROM fact_observation
        WINDOW stored AS (ORDER BY rowid)
    )
    WHERE is_repeated
);

-- The figures that need a word: those without an observation, and those whose wording coding has something to say about.
CREATE TEMP TABLE troubled_figure AS
SELECT submission_id, department_name, figure_no, form, label, measure, unit, region, breakdown, period, place, words,
    value_text, reason
FROM coded_figure c
WHERE term_no = 1
    AND (reason IS NOT NULL OR EXISTS (
        FROM coding_problem p
        WHERE p.department = c.department_name AND p.form = c.form AND p.label = c.label AND p.measure_read = c.measure
            AND p.unit_text = c.unit AND p.region_text = c.region AND p.breakdown_text = c.breakdown));

INSERT INTO fact_uncoded
SELECT submission_id, figure_no, reason, place, words, label, value_text, unit, period, region
FROM troubled_figure
WHERE reason IS NOT NULL
ORDER BY submission_id, figure_no;
