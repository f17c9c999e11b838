-- 数值与本序列历年（同一时段）的中位数相差 10 的整数次幂，或恰为亩与公顷之比（15 倍），疑似单位写错。
-- 只在其余各期彼此相差不到 3 倍、且不少于 3 期时判断。
WITH stated AS (
    SELECT f.*, p.year, strftime(p.start_date, '%m') || strftime(p.end_date, '%m') || (p.end_date - p.start_date > 366) AS season
    FROM fact_observation f
    JOIN dim_period p USING (period_code)
    WHERE f.measure = 'level' AND f.status <> 'target' AND f.value > 0 AND f.exchange_rate = ''
),
-- 先按每个序列当前值中最大、最小的各两个筛选：其余各期相差不到 3 倍，而本值至少离开其一端 5 倍；剩下的才与其余各期逐一比较。
ends AS (
    SELECT indicator_code, region_code, breakdown, base_period, unit_code, season,
        max(value, 2) AS highest, arg_max(period_code, value) AS highest_period,
        min(value, 2) AS lowest, arg_min(period_code, value) AS lowest_period
    FROM stated
    WHERE is_current
    GROUP BY ALL
    HAVING count(*) >= 3
),
suspect AS (
    SELECT s.*, highest[CASE WHEN highest_period = period_code THEN 2 ELSE 1 END] AS other_highest,
        lowest[CASE WHEN lowest_period = period_code THEN 2 ELSE 1 END] AS other_lowest
    FROM stated s
    JOIN ends USING (indicator_code, region_code, breakdown, base_period, unit_code, season)
    WHERE other_highest < 3 * other_lowest AND (value > 5 * other_lowest OR 5 * value < other_highest)
),
other AS (
    SELECT s.observation_id, median(o.value)::DECIMAL(18, 6) AS usual
    FROM suspect s
    JOIN stated o USING (indicator_code, region_code, breakdown, base_period, unit_code, season)
    WHERE o.period_code <> s.period_code AND o.is_current
    GROUP BY s.observation_id
    HAVING count(*) >= 3 AND max(o.value) < 3 * min(o.value)
),
apart AS (
    SELECT s.*, o.usual, s.value / o.usual AS times, round(log10(s.value / o.usual))::INTEGER AS power
    FROM stated s
    JOIN other o USING (observation_id)
),
doubted AS (
    SELECT *, CASE WHEN dimension = 'area' AND (times BETWEEN 13.5 AND 16.7 OR times BETWEEN 1 / 16.7 AND 1 / 13.5) THEN 'mu'
            WHEN power <> 0 AND times / power(10.0, power) BETWEEN 0.6 AND 1.6 THEN 'power' END AS doubt,
        CASE WHEN unit_text SIMILAR TO '(千[克瓦米卡焦伏]|百分).*' THEN '' ELSE regexp_extract(unit_text, '^(万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千|百|十)') END AS prefix
    FROM apart
),
-- 应有的单位：数值偏大则单位应小，偏小则应大。
likely AS (
    SELECT *, unit_text[length(prefix) + 1:] AS rest,
        map {'': 0, '十': 1, '百': 2, '千': 3, '万': 4, '十万': 5, '百万': 6, '千万': 7, '亿': 8, '十亿': 9, '百亿': 10, '千亿': 11, '万亿': 12}[prefix]
            - power AS right_power
    FROM doubted
    WHERE doubt IS NOT NULL
),
named AS (
    SELECT *, CASE WHEN doubt = 'mu'
            THEN CASE WHEN contains(unit_text, '公顷') AND times > 1 THEN replace(unit_text, '公顷', '亩')
                WHEN contains(unit_text, '亩') AND times < 1 THEN replace(unit_text, '亩', '公顷') ELSE '' END
        WHEN right_power BETWEEN 0 AND 12
            THEN ['', '十', '百', '千', '万', '十万', '百万', '千万', '亿', '十亿', '百亿', '千亿', '万亿'][right_power + 1] || rest
        ELSE '' END AS right_unit
    FROM likely
)
SELECT 'audit.magnitude-history' AS rule, 'WARNING' AS severity, n.submission_id, n.department_name, n.place,
    n.value_text || n.unit_text AS found, right_unit AS expected,
    i.indicator_name || ' ' || n.period_code || ' 是 ' || n.value_text || n.unit_text || '，约为其余各期的 '
        || CASE WHEN times >= 1 THEN round(times, 1)::VARCHAR || ' 倍' ELSE '1/' || round(1 / times, 1)::VARCHAR END
        || CASE WHEN right_unit <> '' THEN '；单位疑似应为“' || right_unit || '”' ELSE '' END || '，请核实数值和单位' AS message
FROM named n
JOIN dim_indicator i USING (indicator_code);
