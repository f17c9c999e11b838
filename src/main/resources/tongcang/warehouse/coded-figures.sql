-- Exact, halves away from zero: in 64 bits where a number has few digits, as nearly all have, else in 128, where num/den
-- times a decimal with ten places is rounded to ten.
CREATE TEMP MACRO rounded(part, whole) AS sign(part) * ((abs(part) * 2 + whole) // (whole * 2));
CREATE TEMP MACRO six_places(n) AS (n::DECIMAL(18, 0) * 0.000001::DECIMAL(7, 6))::DECIMAL(18, 6);
CREATE TEMP MACRO raw(v) AS (v * 10000000000::DECIMAL(11, 0))::HUGEINT;
CREATE TEMP MACRO scaled_to_six(v, num, den) AS
    (rounded(raw(v) * num, den * 10000)::DECIMAL(38, 0) * 0.000001::DECIMAL(7, 6))::DECIMAL(18, 6);
CREATE TEMP MACRO scaled(v, num, den) AS rounded(raw(v) * num, den)::DECIMAL(38, 0) * 0.0000000001::DECIMAL(11, 10);
CREATE TEMP MACRO place(decimals) AS
    [1, 0.1, 0.01, 0.001, 0.0001, 0.00001, 0.000001][decimals + 1]::DECIMAL(7, 6);
CREATE TEMP MACRO half_of_place(decimals) AS coalesce([0.5, 0.05, 0.005, 0.0005, 0.00005, 0.000005, 0.0000005, 0.00000005,
    0.000000005, 0.0000000005][decimals + 1], 0)::DECIMAL(38, 10);
-- The greatest number that has to be converted for a figure: its own, the further terms of its ratio, the end of its range,
-- half of its last place. NULL where any of them has more digits than there is room for.
CREATE TEMP MACRO decimals_of(number_text, high_text) AS list_transform(
    string_split(number_text, '∶') || CASE WHEN high_text IS NULL THEN [] ELSE [high_text] END,
    lambda n: abs(try_cast(n AS DECIMAL(38, 10))));
CREATE TEMP MACRO magnitude(number_text, high_text, decimals) AS
    CASE WHEN list_count(decimals_of(number_text, high_text)) = len(decimals_of(number_text, high_text))
        THEN greatest(list_max(decimals_of(number_text, high_text)), half_of_place(decimals)) END;

-- Yuan for one unit of a currency, exact: rate_num / rate_den.
CREATE TEMP TABLE exchange_rate AS
SELECT currency, period AS period_code, kind, rate::DECIMAL(10, 6) AS rate,
    (rate::DECIMAL(10, 6) * 1000000)::HUGEINT AS rate_num, 1000000::HUGEINT AS rate_den,
    '1' || currency || '=' || rate || '元（' || period || CASE kind WHEN 'end' THEN ' 期末' ELSE ' 平均' END || '，' || source || '）'
        AS rate_text
FROM codelist('exchange_rates');

-- Which region a name means in which years, where it is another than the one of that name: before it began, the only
-- one that it replaced, and after it ended, the one that replaced it.
CREATE TEMP TABLE region_in_time AS
WITH line AS (
    SELECT region_code, min(coalesce(valid_from::INTEGER, 0)) AS first_year, max(coalesce(valid_to::INTEGER, 9999)) AS last_year,
        max_by(coalesce(replaced_by, ''), coalesce(valid_from, '')) AS replaced_by
    FROM dim_region
    GROUP BY region_code
)
SELECT new.region_code AS named_code, old.region_code, old.first_year, least(old.last_year, new.first_year - 1) AS last_year
FROM line new
JOIN line old ON old.replaced_by = new.region_code
QUALIFY count(*) OVER (PARTITION BY new.region_code) = 1
UNION ALL
SELECT old.region_code, new.region_code, greatest(new.first_year, old.last_year + 1), new.last_year
FROM line old
JOIN line new ON old.replaced_by = new.region_code;

-- Each wording with its factors, and those that fit into 64 bits.
CREATE TEMP TABLE wording AS
SELECT c.* REPLACE (try_cast(canonical_num AS HUGEINT) AS canonical_num, try_cast(canonical_den AS HUGEINT) AS canonical_den,
        try_cast(shown_num AS HUGEINT) AS shown_num, try_cast(shown_den AS HUGEINT) AS shown_den),
    CASE WHEN currency IS NULL AND length(c.shown_num) < 10 THEN c.shown_num::BIGINT END AS small_num,
    CASE WHEN length(c.shown_den) < 10 THEN c.shown_den::BIGINT END AS small_den,
    CASE WHEN c.canonical_den = '1' AND length(c.canonical_num) < 13 THEN c.canonical_num::BIGINT END AS small_canonical,
    EXISTS (
        FROM coding_problem p
        WHERE p.department = c.department AND p.form = c.form AND p.label = c.label AND p.measure_read = c.measure_read
            AND p.unit_text = c.unit_text AND p.breakdown_text = c.breakdown_text)
        AS has_problem
FROM coding c;

CREATE TEMP TABLE source AS
SELECT s.submission_id, s.department_name, s.received, s.kind AS source_kind, coalesce(d.priority, 100) AS priority,
    s.department_code IS NOT NULL AS is_listed,
    row_number() OVER (ORDER BY s.received, s.path, s.submission_id) AS arrival
FROM dim_submission s
LEFT JOIN dim_department d USING (department_code);

CREATE TEMP VIEW counted_figure AS
SELECT f.*, department_name, received, source_kind, is_listed, is_fresh OR h.submission_id IS NOT NULL AS is_fresh
FROM ledger_figure f
JOIN source USING (submission_id)
JOIN counted_submission USING (submission_id)
LEFT JOIN held_before h USING (submission_id, figure_no);

-- The same from month to month: numbers, and with them times, do not count.
CREATE TEMP MACRO layout_key(department, form, section, sheet, reason) AS substr(sha256(concat_ws('|', department, form,
    regexp_replace(section, '[0-9０-９]+', '#', 'g'), regexp_replace(coalesce(sheet, ''), '[0-9０-９]+', '#', 'g'), reason)), 1, 16);

-- A ratio of several terms that does not end in ∶1 is a row per term; everything else is one.
CREATE TEMP TABLE term AS
SELECT term_count, unnest(range(1, term_count + 1)) AS term_no
FROM (
    SELECT DISTINCT len(string_split(value_text, '∶')) AS term_count
    FROM counted_figure
    WHERE contains(value_text, '∶')
    UNION
    SELECT 1
);

-- Every figure that counts, with its codes.
CREATE TEMP VIEW coded_figure AS
WITH counted AS (
    SELECT *, CASE WHEN NOT contains(value_text, '∶') OR regexp_full_match(value_text, '[^∶]*∶1') THEN 1
        ELSE len(string_split(value_text, '∶')) END AS term_count
    FROM counted_figure
),
one AS (
    SELECT *, CASE WHEN contains(value_text, '∶') THEN string_split(value_text, '∶')[term_no] ELSE value_text END
        AS number_text
    FROM counted
    JOIN term USING (term_count)
),
coded AS (
    SELECT one.*, w.indicator_code, w.measure AS coded_measure, w.breakdown AS coded_breakdown, w.unit_code, w.dimension,
        w.canonical_num, w.canonical_den, w.shown_unit,
        CASE WHEN x.rate_num IS NULL THEN w.shown_num ELSE TRY(w.shown_num * x.rate_num) END AS shown_num,
        CASE WHEN x.rate_den IS NULL THEN w.shown_den ELSE TRY(w.shown_den * x.rate_den) END AS shown_den, w.small_num, w.small_den, w.small_canonical, w.currency,
        coalesce(x.rate_text, '') AS exchange_rate, w.rule, w.obstacle, w.has_problem,
        CASE WHEN w.rule IN ('form', 'department', 'exact', 'label') THEN q.known_grade ELSE q.grade END AS grade,
        CASE WHEN w.rule IN ('form', 'department', 'exact', 'label') THEN q.known_holds ELSE q.holds END AS holds,
        coalesce(v.region_code, g.region_code) AS region_code, v.region_code AS region_then, g.problem AS region_problem,
        g.rule AS region_rule,
        nullif(try_cast(replace(number_text, '.', '') AS BIGINT), -9223372036854775808) AS digits,
        CASE instr(number_text, '.') WHEN 0 THEN 0 ELSE length(number_text) - instr(number_text, '.') END AS decimals,
        CASE decimals WHEN 0 THEN 1000000 WHEN 1 THEN 100000 WHEN 2 THEN 10000 WHEN 3 THEN 1000 WHEN 4 THEN 100
            WHEN 5 THEN 10 WHEN 6 THEN 1 END::BIGINT AS to_six,
        one.status IN ('actual', 'preliminary') AND p.start_date > one.received AS is_to_come
    FROM one
    LEFT JOIN wording w
        ON w.department = one.department_name AND w.form = one.form AND w.label = one.label
        AND w.measure_read = one.measure AND w.unit_text = one.unit AND w.breakdown_text = one.breakdown
    LEFT JOIN coding_region g
        ON g.submission_id = one.submission_id AND g.sheet = coalesce(one.sheet, '') AND g.region_text = one.region
    JOIN grading q
        ON q.unit_origin = one.unit_origin AND q.period_origin = one.period_origin AND q.region_origin = one.region_origin
        AND q.measure_origin = one.measure_origin AND q.label_origin = one.label_origin AND q.doubts = one.doubts
    LEFT JOIN exchange_rate x ON x.currency = w.currency AND x.kind = w.rate_kind AND x.period_code = one.period
    LEFT JOIN dim_period p ON p.period_code = one.period
    LEFT JOIN region_in_time v ON v.named_code = g.region_code AND p.year BETWEEN v.first_year AND v.last_year
),
sized AS (
    SELECT *, coalesce(high_text IS NULL AND term_count = 1 AND abs(digits) <= 400000000000000000 // (to_six * small_num)
        AND abs(digits) <= 400000000000000000 // small_canonical AND small_den > 0, false) AS is_small
    FROM coded
),
-- Why a figure is not shown before a person decides, or empty. A label that made its own indicator must be sure; the bureau's
-- own region is meant by what names none only where the bureau's own department sends it. No approval tells a unit: what waits
-- for one has no key. What has not begun has no result.
doubted AS (
    SELECT *, CASE WHEN dimension = 'unstated' THEN '没有写单位，而指标要有单位；请用 tongcang curate 填写来源单位'
        WHEN holds = '' AND is_listed AND rule IS DISTINCT FROM 'provisional' AND is_to_come IS NOT TRUE THEN ''
        ELSE concat_ws('；', nullif(holds, ''),
            CASE WHEN rule = 'provisional' AND holds = '' AND grade = 'inferred' THEN '指标是暂定的，而读法只是推断' END,
            CASE WHEN region = '' AND region_origin = 'none' AND NOT is_listed
                THEN '报送单位不在部门代码表中，表中也没有写明是哪里' END,
            CASE WHEN is_to_come THEN '收到时这一时期还没有开始，不会有结果' END) END AS hold_reason
    FROM sized
),
keyed AS (
    SELECT *, CASE WHEN dimension = 'unstated' THEN ''
        WHEN hold_reason <> '' THEN layout_key(department_name, form, section, sheet, hold_reason) END AS layout_key
    FROM doubted
),
judged AS (
    SELECT k.* REPLACE (CASE WHEN a.key IS NOT NULL OR b.key IS NOT NULL THEN 'declared' ELSE k.grade END AS grade),
        hold_reason <> '' AND a.key IS NULL AND b.key IS NULL AS is_held
    FROM keyed k
    LEFT JOIN approval a ON a.scope = 'layout' AND a.key = k.layout_key
    LEFT JOIN approval b
        ON b.scope = 'figure' AND k.layout_key <> '' AND b.key = k.submission_id || '#' || k.figure_no AND b.guard = k.words
)
-- Half of what DECIMAL(18, 6) holds is the bound, so that the difference of any two values fits it as well; 10^22 base units,
-- so that the sum of a million does. What is beyond is uncoded, with its reason: no figure breaks a build.
SELECT *, CASE
    WHEN rule IS NULL THEN 'coding.missing'
    WHEN obstacle IS NOT NULL THEN obstacle
    WHEN region_code IS NULL AND region_rule = 'not_for_us' THEN 'coding.not-for-us'
    WHEN region_code IS NULL THEN 'coding.unknown-region'
    WHEN period IS NULL THEN 'coding.unknown-period'
    WHEN currency IS NOT NULL AND exchange_rate = '' THEN 'coding.no-exchange-rate'
    WHEN is_small THEN NULL
    WHEN coalesce(greatest(shown_den, canonical_den) > 1000000000000000000000000000000000::HUGEINT
        OR shown_num IS NULL OR canonical_num IS NULL OR shown_den IS NULL OR canonical_den IS NULL, true)
        THEN 'coding.value-out-of-range'
    WHEN coalesce(magnitude(value_text, high_text, decimals) >= 10000000000000000, true) THEN 'coding.value-out-of-range'
    WHEN raw(magnitude(value_text, high_text, decimals))
        > 80000000000000000000000000000000000000::HUGEINT // greatest(shown_num, canonical_num)
        THEN 'coding.value-out-of-range'
    WHEN raw(magnitude(value_text, high_text, decimals)) * shown_num // shown_den >= 5000000000000000000000::HUGEINT
        OR raw(magnitude(value_text, high_text, decimals)) * canonical_num // canonical_den
            >= 100000000000000000000000000000000::HUGEINT
        THEN 'coding.value-out-of-range'
    END AS reason
FROM judged;

-- What is shown of them, each as a row of facts.
CREATE TEMP VIEW coded_observation AS
SELECT submission_id || '#' || figure_no || CASE WHEN term_count > 1 THEN '.' || term_no ELSE '' END AS observation_id,
    indicator_code, region_code, period AS period_code, coded_measure AS measure, status,
    concat_ws(';', nullif(coded_breakdown, ''), CASE WHEN term_count > 1 THEN 'term=' || term_no END) AS breakdown,
    coalesce(base_period, '') AS base_period, comparator,
    CASE WHEN is_small THEN six_places(rounded(digits * to_six * small_num, small_den))
        ELSE scaled_to_six(number_text::DECIMAL(38, 10), shown_num, shown_den) END AS value,
    scaled_to_six(high_text::DECIMAL(38, 10), shown_num, shown_den) AS value_high,
    shown_unit AS unit_code,
    CASE WHEN is_small THEN six_places(rounded(to_six * small_num, small_den * 2))
        ELSE scaled_to_six(half_of_place(decimals), shown_num, shown_den) END AS tolerance,
    CASE WHEN is_small THEN ((digits * small_canonical)::DECIMAL(20, 0) * place(decimals))::DECIMAL(38, 10)
        ELSE scaled(number_text::DECIMAL(38, 10), canonical_num, canonical_den)::DECIMAL(38, 10) END AS value_canonical,
    dimension, value_text, unit AS unit_text, unit_source, received, submission_id, department_name, source_kind, place,
    words, label, section, sentence, rule AS coding_rule, exchange_rate, grade AS assurance, layout, true AS is_current, is_fresh
FROM coded_figure
WHERE reason IS NULL AND NOT is_held;

-- Rows of facts lie in the order of series and period and are read in it (a window without an order streams): one of the
-- series and period of the row before it is not the one to show.
CREATE TEMP MACRO as_before(v) AS v IS NOT DISTINCT FROM lag(v) OVER ();
CREATE TEMP VIEW stored AS
SELECT rowid AS fact_row, as_before(indicator_code) AND as_before(region_code) AND as_before(measure)
        AND as_before(breakdown) AND as_before(unit_code) AND as_before(base_period) AND as_before(period_code)
        AND as_before(status = 'target') AS is_repeated,
    as_before(value) AND as_before(value_high) AND as_before(status) AND as_before(comparator) AND as_before(unit_text)
        AS is_same,
    is_current, observation_id, lag(observation_id) OVER () AS observation_before
FROM fact_observation;
