-- What one would have seen at the end of a day: of each series and period the firmest status, then the source that goes
-- first, then the latest. Targets are no results and have a view of their own.
CREATE MACRO observation_as_of(day) AS TABLE
SELECT * EXCLUDE (status_rank, priority)
FROM (
    SELECT f.*,
        CASE f.status WHEN 'actual' THEN 1 WHEN 'preliminary' THEN 2 ELSE 3 END AS status_rank,
        coalesce(d.priority, 100) AS priority
    FROM fact_observation f
    JOIN dim_submission s USING (submission_id)
    LEFT JOIN dim_department d USING (department_code)
    WHERE f.status <> 'target' AND f.received <= day
)
QUALIFY row_number() OVER (
    PARTITION BY indicator_code, region_code, period_code, measure, breakdown, base_period, unit_code
    ORDER BY status_rank, priority, received DESC, submission_id DESC, observation_id) = 1;

CREATE VIEW observation AS
SELECT o.indicator_code, i.indicator_name, i.subject_name, o.region_code, r.region_name, o.period_code, p.period_name,
    p.kind AS period_kind, p.start_date, p.end_date, o.measure, o.status, o.breakdown, o.base_period, o.comparator, o.value,
    o.value_high, o.unit_code, o.value_canonical, o.dimension, o.received, o.department_name, o.source_kind,
    o.submission_id, o.place, o.words, o.observation_id
FROM observation_as_of(DATE '9999-12-31') o
JOIN dim_indicator i USING (indicator_code)
JOIN (SELECT region_code, any_value(region_name) AS region_name FROM dim_region GROUP BY region_code) r USING (region_code)
JOIN dim_period p USING (period_code);
COMMENT ON VIEW observation IS '当前最佳值：每个序列每个时期一行，先看状态（实际先于初步核算、预计），再看来源优先级，再看收到日期；不含目标';

CREATE VIEW target AS
SELECT f.observation_id, f.indicator_code, i.indicator_name, f.region_code, f.period_code, f.measure, f.breakdown,
    f.comparator, f.value, f.value_high, f.unit_code, f.received, f.department_name, f.submission_id, f.place, f.words,
    f.sentence
FROM fact_observation f
JOIN dim_indicator i USING (indicator_code)
WHERE f.status = 'target'
QUALIFY row_number() OVER (
    PARTITION BY f.indicator_code, f.region_code, f.period_code, f.measure, f.breakdown, f.unit_code
    ORDER BY f.received DESC, f.submission_id DESC, f.observation_id) = 1;
COMMENT ON VIEW target IS '目标：每个序列每个时期一行，取最后公布的';

-- The newest result of the same indicator, region, measure and breakdown inside the target's period.
CREATE VIEW target_progress AS
WITH result AS (
    SELECT t.observation_id, o.period_code AS result_period, o.value AS result, o.status AS result_status,
        o.received AS result_received, o.department_name AS result_department, p.end_date AS result_end,
        tp.start_date AS target_start, tp.end_date AS target_end
    FROM target t
    JOIN dim_period tp ON tp.period_code = t.period_code
    JOIN observation o ON o.indicator_code = t.indicator_code AND o.region_code = t.region_code
        AND o.breakdown = t.breakdown AND o.unit_code = t.unit_code
        AND (o.measure = t.measure OR (o.measure IN ('level', 'increment') AND t.measure IN ('level', 'increment')))
    JOIN dim_period p ON p.period_code = o.period_code
    WHERE p.start_date >= tp.start_date AND p.end_date <= tp.end_date AND o.period_kind IN ('year', 'cumulative', 'month')
    QUALIFY row_number() OVER (
        PARTITION BY t.observation_id
        ORDER BY p.end_date DESC, (p.start_date = tp.start_date) DESC, (o.measure = t.measure) DESC, o.period_code,
            o.base_period) = 1
),
joined AS (
    SELECT t.*, i.additivity, r.result_period, r.result, r.result_status, r.result_received, r.result_department,
        ((date_diff('month', r.target_start, r.result_end) + 1)::DECIMAL(9, 0)
            / (date_diff('month', r.target_start, r.target_end) + 1))::DECIMAL(9, 4) AS time_elapsed,
        CASE WHEN t.value <> 0 THEN (r.result / t.value)::DECIMAL(18, 4) END AS share_reached
    FROM target t
    JOIN dim_indicator i USING (indicator_code)
    LEFT JOIN result r USING (observation_id)
)
SELECT indicator_code, indicator_name, region_code, period_code, measure, breakdown, comparator, value AS target, value_high,
    unit_code, result_period, result, result_status, share_reached, time_elapsed,
    CASE WHEN result IS NULL THEN 'no_result'
        WHEN comparator = 'le' THEN CASE WHEN result <= value THEN 'on_track' ELSE 'behind' END
        WHEN additivity = 'flow' AND measure IN ('level', 'increment')
            THEN CASE WHEN share_reached >= time_elapsed THEN 'on_track' ELSE 'behind' END
        WHEN comparator = 'approx' THEN CASE WHEN result >= value * 0.95 THEN 'on_track' ELSE 'behind' END
        WHEN result >= value THEN 'on_track' ELSE 'behind' END AS progress,
    CASE WHEN result IS NULL THEN '尚无同口径的结果'
        WHEN comparator = 'le' THEN '结果不高于目标即为正常'
        WHEN additivity = 'flow' AND measure IN ('level', 'increment') THEN '完成比例不低于时间进度即为正常'
        WHEN comparator = 'approx' THEN '结果不低于目标的 95% 即为正常'
        ELSE '结果不低于目标即为正常' END AS progress_rule,
    result_department, result_received, sentence, words, place, submission_id, observation_id
FROM joined;
COMMENT ON VIEW target_progress IS '目标进度：报告的每个目标与同一指标最新结果对照，判断依据见 progress_rule';

CREATE VIEW revision AS
SELECT indicator_code, region_code, period_code, measure, breakdown, status, department_name, received, value,
    previous_value, previous_received, previous_status, (value - previous_value)::DECIMAL(18, 6) AS difference,
    unit_text, previous_unit_text, unit_text <> previous_unit_text AS unit_changed, submission_id, place
FROM (
    SELECT *, lag(value) OVER vintage AS previous_value, lag(received) OVER vintage AS previous_received,
        lag(status) OVER vintage AS previous_status, lag(unit_text) OVER vintage AS previous_unit_text,
        lag(submission_id) OVER vintage AS previous_submission
    FROM fact_observation
    WINDOW vintage AS (
        PARTITION BY indicator_code, region_code, period_code, measure, breakdown, base_period, unit_code, department_name,
            status = 'target'
        ORDER BY received, submission_id, observation_id)
)
WHERE previous_value IS NOT NULL AND submission_id <> previous_submission
    AND (value <> previous_value OR unit_text <> previous_unit_text OR status <> previous_status);
COMMENT ON VIEW revision IS '修订：同一部门对同一数值先后两版不同之处，数值修订与单位变更分开';

-- The last word of each department on one value; two of them that differ by more than their shown decimals allow.
CREATE VIEW conflict AS
WITH last_word AS (
    SELECT * FROM fact_observation
    WHERE status <> 'target'
    QUALIFY row_number() OVER (
        PARTITION BY indicator_code, region_code, period_code, measure, breakdown, base_period, unit_code, department_name
        ORDER BY received DESC, submission_id DESC, observation_id) = 1
)
SELECT a.indicator_code, a.region_code, a.period_code, a.measure, a.breakdown, a.unit_code,
    a.department_name AS department_a, a.value AS value_a, a.comparator AS comparator_a, a.status AS status_a,
    b.department_name AS department_b, b.value AS value_b, b.comparator AS comparator_b, b.status AS status_b,
    (b.value - a.value)::DECIMAL(18, 6) AS difference, a.place AS place_a, b.place AS place_b,
    a.submission_id AS submission_a, b.submission_id AS submission_b
FROM last_word a
JOIN last_word b USING (indicator_code, region_code, period_code, measure, breakdown, base_period, unit_code)
WHERE a.department_name < b.department_name
    AND CASE
        WHEN a.comparator = 'approx' OR b.comparator = 'approx' THEN false
        WHEN a.comparator = 'eq' AND b.comparator = 'eq' THEN abs(a.value - b.value) > a.tolerance + b.tolerance
        WHEN a.comparator = 'ge' AND b.comparator = 'eq' THEN b.value + b.tolerance < a.value
        WHEN a.comparator = 'eq' AND b.comparator = 'ge' THEN a.value + a.tolerance < b.value
        WHEN a.comparator = 'le' AND b.comparator = 'eq' THEN b.value - b.tolerance > a.value
        WHEN a.comparator = 'eq' AND b.comparator = 'le' THEN a.value - a.tolerance > b.value
        ELSE false END;
COMMENT ON VIEW conflict IS '冲突：两个部门对同一数值的最后说法相差超过所示小数位的舍入误差';

CREATE VIEW series AS
SELECT indicator_code, indicator_name, region_code, region_name, measure, breakdown, unit_code, period_kind,
    min(start_date) AS first_date, max(end_date) AS last_date, arg_min(period_code, end_date) AS first_period,
    arg_max(period_code, end_date) AS last_period, count(*) AS observations, arg_max(value, end_date) AS last_value
FROM observation
GROUP BY ALL;
COMMENT ON VIEW series IS '时间序列：每行一个序列，首末时期、个数、最新值';
