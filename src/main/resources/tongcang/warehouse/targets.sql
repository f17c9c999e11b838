CREATE VIEW target AS
SELECT f.observation_id, f.indicator_code, i.indicator_name, f.region_code, f.period_code, f.measure, f.breakdown,
    f.base_period, f.comparator, f.value, f.value_high, f.unit_code, f.received, f.department_name, f.submission_id, f.place,
    f.words, f.sentence
FROM fact_observation f
JOIN dim_indicator i USING (indicator_code)
WHERE f.is_current AND f.status = 'target';
COMMENT ON VIEW target IS '目标：每个序列每个时期一行，取最后公布的';

-- The newest result of the same indicator, region, measure and breakdown inside the target's period. What adds up over
-- time must begin where the target's period begins; an increment of a flow is its level. A goal is downwards where it is
-- a limit (以下, 以内) or a fall (下降): then less is better.
CREATE VIEW target_progress AS
WITH goal AS (
    SELECT t.*, i.additivity, p.start_date AS goal_start, p.end_date AS goal_end,
        i.additivity = 'flow' AND t.measure IN ('level', 'increment') AS adds_up,
        t.value < 0 AND t.measure IN ('growth_rate', 'change', 'increment') AS is_fall
    FROM target t
    JOIN dim_indicator i USING (indicator_code)
    JOIN dim_period p USING (period_code)
),
stated AS (
    SELECT g.observation_id AS goal_id, g.additivity, g.measure AS goal_measure, g.goal_start, g.goal_end, o.*
    FROM goal g
    JOIN fact_observation o ON o.indicator_code = g.indicator_code AND o.region_code = g.region_code
        AND o.breakdown = g.breakdown AND o.base_period = g.base_period AND o.unit_code = g.unit_code
        AND (o.measure = g.measure OR g.adds_up AND o.measure IN ('level', 'increment'))
    WHERE o.indicator_code IN (SELECT indicator_code FROM goal) -- so that the facts stream by
        AND o.is_current AND o.status <> 'target' AND o.comparator <> 'le'
),
result AS (
    SELECT goal_id AS observation_id, period_code AS result_period, value AS result, status AS result_status,
        received AS result_received, department_name AS result_department, place AS result_place,
        date_diff('month', goal_start, end_date) + 1 AS months_elapsed
    FROM stated s
    JOIN dim_period USING (period_code)
    WHERE start_date >= goal_start AND end_date <= goal_end AND (additivity <> 'flow' OR start_date = goal_start)
    QUALIFY row_number() OVER (
        PARTITION BY goal_id ORDER BY end_date DESC, start_date, measure = goal_measure DESC, period_code, s.observation_id) = 1
),
judged AS (
    SELECT g.*, r.* EXCLUDE (observation_id), (r.result - g.value)::DECIMAL(18, 6) AS difference,
        CASE WHEN g.measure IN ('level', 'increment') THEN exact_ratio(r.result, g.value) END AS share_reached,
        exact_ratio(r.months_elapsed::DECIMAL(9, 0), (date_diff('month', g.goal_start, g.goal_end) + 1)::DECIMAL(9, 0))
            AS time_elapsed,
        CASE WHEN r.result IS NULL THEN 'none'
            WHEN is_fall AND comparator = 'le' THEN 'floor'
            WHEN is_fall AND comparator = 'approx' THEN 'near_fall'
            WHEN is_fall THEN 'fall'
            WHEN comparator = 'le' THEN 'limit'
            WHEN adds_up AND g.value > 0 THEN 'pace'
            WHEN comparator = 'approx' THEN 'near'
            ELSE 'reach' END AS rule_code
    FROM goal g
    LEFT JOIN result r USING (observation_id)
)
SELECT indicator_code, indicator_name, region_code, period_code, measure, breakdown, base_period, comparator,
    value AS target, value_high AS target_high, unit_code, result_period, result, result_status, difference, share_reached,
    time_elapsed,
    CASE WHEN rule_code = 'none' THEN 'no_result'
        WHEN CASE rule_code
            WHEN 'floor' THEN result >= value
            WHEN 'fall' THEN result <= value
            WHEN 'near_fall' THEN result <= value::DECIMAL(24, 6) * 0.95
            WHEN 'limit' THEN result <= coalesce(value_high, value)
            WHEN 'pace' THEN share_reached >= time_elapsed
            WHEN 'near' THEN result >= value::DECIMAL(24, 6) * 0.95
            ELSE result >= value END THEN 'on_track'
        ELSE 'behind' END AS progress,
    CASE rule_code WHEN 'none' THEN '尚无同口径的结果'
        WHEN 'floor' THEN '降幅不超过目标即为正常'
        WHEN 'fall' THEN '降幅不小于目标即为正常'
        WHEN 'near_fall' THEN '降幅不小于目标的 95% 即为正常'
        WHEN 'limit' THEN '结果不高于目标即为正常'
        WHEN 'pace' THEN '完成比例不低于时间进度即为正常'
        WHEN 'near' THEN '结果不低于目标的 95% 即为正常'
        ELSE '结果不低于目标即为正常' END || CASE WHEN value_high IS NULL THEN ''
        WHEN rule_code = 'limit' THEN '（区间取上限）' ELSE '（区间取下限）' END AS progress_rule,
    result_department, result_received, result_place, department_name, received, sentence, words, place, submission_id,
    observation_id
FROM judged;
COMMENT ON VIEW target_progress IS '目标进度：每个目标与同一指标最新结果对照，判断依据见 progress_rule；流量的结果从目标期的期初累计';
COMMENT ON COLUMN target_progress.period_code IS '目标的所属期代码';
COMMENT ON COLUMN target_progress.target IS '目标值（展示单位）；区间目标的下限';
COMMENT ON COLUMN target_progress.target_high IS '区间目标的上限（展示单位）';
COMMENT ON COLUMN target_progress.result_period IS '结果的所属期代码；尚无结果为空';
COMMENT ON COLUMN target_progress.result IS '最新结果（展示单位）';
COMMENT ON COLUMN target_progress.result_status IS '结果的数据状态';
COMMENT ON COLUMN target_progress.difference IS '结果减目标（展示单位）';
COMMENT ON COLUMN target_progress.share_reached IS '完成比例：结果除以目标，1 为完成；只用于总量和增量，增速、比率为空';
COMMENT ON COLUMN target_progress.time_elapsed IS '时间进度：目标期内已过月数除以总月数';
COMMENT ON COLUMN target_progress.progress IS '进度：on_track 正常，behind 落后，no_result 尚无结果';
COMMENT ON COLUMN target_progress.progress_rule IS '判断依据';
COMMENT ON COLUMN target_progress.result_department IS '结果的报送部门';
COMMENT ON COLUMN target_progress.result_received IS '结果的收到日期';
COMMENT ON COLUMN target_progress.result_place IS '结果的出处';
COMMENT ON COLUMN target_progress.department_name IS '提出目标的部门';
COMMENT ON COLUMN target_progress.sentence IS '目标所在的句子';
