-- What was stated twice and not alike. These are tables: one who asks for three of their rows shall not wait for all.

-- Grain: one row per version of a department that differs from the one before it.
CREATE TABLE revision AS
WITH pair AS (
    SELECT *, lag(value) OVER vintage AS previous_value, lag(tolerance) OVER vintage AS previous_tolerance,
        lag(received) OVER vintage AS previous_received, lag(status) OVER vintage AS previous_status,
        lag(comparator) OVER vintage AS previous_comparator, lag(value_high) OVER vintage AS previous_value_high,
        lag(value_text) OVER vintage AS previous_value_text, lag(unit_text) OVER vintage AS previous_unit_text,
        lag(submission_id) OVER vintage AS previous_submission_id, lag(place) OVER vintage AS previous_place
    FROM version
    WINDOW vintage AS (PARTITION BY series_no, department_name ORDER BY received, path, submission_id, observation_id)
)
SELECT indicator_code, region_code, period_code, measure, breakdown, base_period, unit_code, department_name,
    previous_value, value, (value - previous_value)::DECIMAL(18, 6) AS difference,
    value <> previous_value OR value_high IS DISTINCT FROM previous_value_high AS value_changed,
    abs(value - previous_value) > tolerance + previous_tolerance
        OR value_high IS DISTINCT FROM previous_value_high AS beyond_rounding,
    unit_text <> previous_unit_text AS unit_changed, status <> previous_status AS status_changed,
    comparator <> previous_comparator AS comparator_changed, previous_status, status, previous_comparator, comparator,
    previous_value_text, previous_unit_text, value_text, unit_text, previous_received, received, previous_submission_id,
    previous_place, submission_id, place, words, observation_id
FROM pair
WHERE previous_value IS NOT NULL AND submission_id <> previous_submission_id
    AND (value_changed OR unit_changed OR status_changed OR comparator_changed)
ORDER BY fact_row;
COMMENT ON TABLE revision IS '修订：同一部门对同一数值先后两版不同之处；数值、单位、状态、限定的变化各有一列，只换单位而数值不变的，value_changed 为 false';
COMMENT ON COLUMN revision.previous_value IS '前一版的数值（展示单位）';
COMMENT ON COLUMN revision.difference IS '本版减前一版（展示单位）';
COMMENT ON COLUMN revision.value_changed IS '数值变了：换算到同一单位后不相等';
COMMENT ON COLUMN revision.beyond_rounding IS '变化超过两版所示小数位的舍入误差';
COMMENT ON COLUMN revision.unit_changed IS '来源中的单位写法变了（如万元改为亿元）；数值可以不变';
COMMENT ON COLUMN revision.status_changed IS '数据状态变了，如初步核算改为实际';
COMMENT ON COLUMN revision.comparator_changed IS '限定变了，如“以上”改为确数';
COMMENT ON COLUMN revision.previous_status IS '前一版的数据状态';
COMMENT ON COLUMN revision.previous_comparator IS '前一版的限定';
COMMENT ON COLUMN revision.previous_value_text IS '前一版来源中的数字，原样';
COMMENT ON COLUMN revision.previous_unit_text IS '前一版来源中的单位，原样';
COMMENT ON COLUMN revision.previous_received IS '前一版的收到日期';
COMMENT ON COLUMN revision.previous_submission_id IS '前一版的报送件编号';
COMMENT ON COLUMN revision.previous_place IS '前一版的出处';

-- The last word of each department on one value. Each says that the truth lies between two bounds, one of which may be
-- open (以上, 以下); two of them that leave no room for one truth are a conflict. 左右 leaves room for anything near.
-- Grain: one row per pair of departments that contradict each other.
CREATE TABLE conflict AS
WITH last_word AS (
    SELECT *,
        CASE comparator WHEN 'le' THEN NULL WHEN 'ge' THEN value ELSE value - tolerance END AS lowest,
        CASE comparator WHEN 'ge' THEN NULL WHEN 'le' THEN coalesce(value_high, value)
            ELSE coalesce(value_high, value) + tolerance END AS highest
    FROM version
    WHERE status <> 'target' AND exchange_rate = ''
    QUALIFY row_number() OVER (
        PARTITION BY series_no, department_name ORDER BY received DESC, path DESC, submission_id DESC, observation_id) = 1
)
SELECT a.indicator_code, a.region_code, a.period_code, a.measure, a.breakdown, a.base_period, a.unit_code,
    a.department_name AS department_a, a.value AS value_a, a.comparator AS comparator_a, a.status AS status_a,
    b.department_name AS department_b, b.value AS value_b, b.comparator AS comparator_b, b.status AS status_b,
    (b.value - a.value)::DECIMAL(18, 6) AS difference, (a.tolerance + b.tolerance)::DECIMAL(18, 6) AS rounding,
    a.place AS place_a, a.words AS words_a, b.place AS place_b, b.words AS words_b, a.received AS received_a,
    b.received AS received_b, a.submission_id AS submission_a, b.submission_id AS submission_b
FROM last_word a
JOIN last_word b USING (series_no)
WHERE a.department_name < b.department_name AND a.comparator <> 'approx' AND b.comparator <> 'approx'
    AND (a.lowest > b.highest OR b.lowest > a.highest)
ORDER BY a.fact_row, b.fact_row;
COMMENT ON TABLE conflict IS '冲突：两个部门对同一数值的最后说法不能同时成立：相差超过所示小数位的舍入误差，或越出对方的“以上”“以下”；“左右”不计';
COMMENT ON COLUMN conflict.department_a IS '部门甲';
COMMENT ON COLUMN conflict.value_a IS '部门甲的数值（展示单位）';
COMMENT ON COLUMN conflict.comparator_a IS '部门甲的限定';
COMMENT ON COLUMN conflict.status_a IS '部门甲的数据状态';
COMMENT ON COLUMN conflict.department_b IS '部门乙';
COMMENT ON COLUMN conflict.value_b IS '部门乙的数值（展示单位）';
COMMENT ON COLUMN conflict.comparator_b IS '部门乙的限定';
COMMENT ON COLUMN conflict.status_b IS '部门乙的数据状态';
COMMENT ON COLUMN conflict.difference IS '部门乙减部门甲（展示单位）';
COMMENT ON COLUMN conflict.rounding IS '两个数值所示小数位的舍入误差之和（展示单位）';
COMMENT ON COLUMN conflict.place_a IS '部门甲的出处';
COMMENT ON COLUMN conflict.words_a IS '部门甲的原文';
COMMENT ON COLUMN conflict.place_b IS '部门乙的出处';
COMMENT ON COLUMN conflict.words_b IS '部门乙的原文';
COMMENT ON COLUMN conflict.received_a IS '部门甲的收到日期';
COMMENT ON COLUMN conflict.received_b IS '部门乙的收到日期';
COMMENT ON COLUMN conflict.submission_a IS '部门甲的报送件编号';
COMMENT ON COLUMN conflict.submission_b IS '部门乙的报送件编号';
