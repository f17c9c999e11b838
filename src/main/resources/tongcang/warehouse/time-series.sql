-- A step is a place in the calendar of a kind of period; months counted from January step from February to November,
-- since January alone is a month and all twelve are the year.
CREATE VIEW series AS
WITH point AS (
    SELECT f.indicator_code, f.region_code, f.measure, f.breakdown, f.base_period, f.unit_code, f.period_code, f.value,
        p.kind, p.start_date, p.end_date,
        CASE p.kind
            WHEN 'year' THEN year(p.start_date)
            WHEN 'half' THEN year(p.start_date) * 2 + month(p.end_date) // 6
            WHEN 'quarter' THEN year(p.start_date) * 4 + month(p.end_date) // 3
            WHEN 'month' THEN year(p.start_date) * 12 + month(p.end_date)
            WHEN 'cumulative' THEN CASE WHEN month(p.start_date) = 1 THEN year(p.start_date) * 10 + month(p.end_date) END
            END AS step
    FROM fact_observation f
    JOIN dim_period p USING (period_code)
    WHERE f.is_current AND f.status <> 'target'
),
summed AS (
    SELECT indicator_code, region_code, measure, breakdown, base_period, unit_code, kind AS period_kind,
        min(start_date) AS first_date, max(end_date) AS last_date, arg_min(period_code, end_date) AS first_period,
        arg_max(period_code, end_date) AS last_period, count(*) AS observations,
        CASE WHEN count(*) = count(step) THEN max(step) - min(step) + 1 - count(*) END AS gaps,
        arg_max(value, end_date) AS last_value
    FROM point
    GROUP BY ALL
)
SELECT s.indicator_code, i.indicator_name, s.region_code, r.region_name, s.measure, s.breakdown, s.base_period, s.unit_code,
    s.period_kind, s.first_date, s.last_date, s.first_period, s.last_period, s.observations, s.gaps, s.last_value
FROM summed s
JOIN dim_indicator i USING (indicator_code)
JOIN region_now r USING (region_code);
COMMENT ON VIEW series IS '时间序列：每行一个序列（指标、地区、口径、分组、对比基期、单位、时期种类相同），首末时期、个数、缺期数、最新值';
COMMENT ON COLUMN series.first_date IS '首个时期的第一天';
COMMENT ON COLUMN series.last_date IS '最后时期的最后一天';
COMMENT ON COLUMN series.first_period IS '首个时期的代码';
COMMENT ON COLUMN series.last_period IS '最后时期的代码';
COMMENT ON COLUMN series.observations IS '观测值个数';
COMMENT ON COLUMN series.gaps IS '首末之间缺少的时期数；多年期和不从一月起的累计为空';
COMMENT ON COLUMN series.last_value IS '最后时期的数值（展示单位）';

-- A value beside the one of the same months a year before: 上半年 and 1—6月 are the same time. What may be divided is: levels and increments of flows and
-- stocks, and averages of money: incomes per head, wages, prices. Of other rates, shares and indices the difference alone has
-- a meaning. Growth as published stands beside, untouched.
CREATE VIEW yoy AS
WITH value_of AS (
    SELECT f.*, p.kind, p.start_date, p.end_date, p.months
    FROM fact_observation f
    JOIN dim_period p USING (period_code)
    WHERE f.is_current AND f.status <> 'target' AND f.comparator = 'eq' AND f.value_high IS NULL
)
SELECT a.indicator_code, i.indicator_name, a.region_code, a.period_code, a.kind AS period_kind, a.start_date, a.end_date,
    b.period_code AS previous_period, a.measure, a.breakdown, a.unit_code, a.status, b.status AS previous_status, a.value,
    b.value AS previous_value, (a.value - b.value)::DECIMAL(18, 6) AS difference,
    CASE WHEN (i.additivity <> 'rate' OR a.dimension LIKE 'money%') AND a.measure IN ('level', 'increment') AND b.value > 0
        THEN exact_ratio(a.value - b.value, b.value, scale := 100) END AS change_percent,
    g.value AS published_percent, i.price_basis, a.observation_id, b.observation_id AS previous_observation_id
FROM value_of a
JOIN value_of b ON b.indicator_code = a.indicator_code AND b.region_code = a.region_code AND b.measure = a.measure
    AND b.breakdown = a.breakdown AND b.base_period = a.base_period AND b.unit_code = a.unit_code
    AND b.months = a.months AND b.start_date = (a.start_date - INTERVAL 1 YEAR)::DATE
JOIN dim_indicator i ON i.indicator_code = a.indicator_code
LEFT JOIN value_of g ON g.indicator_code = a.indicator_code AND g.region_code = a.region_code
    AND g.period_code = a.period_code AND g.breakdown = a.breakdown AND g.measure = 'growth_rate' AND g.unit_code = '%'
    AND g.base_period = ''
WHERE a.measure IN ('level', 'increment', 'share', 'index') AND a.kind <> 'span'
QUALIFY row_number() OVER (
    PARTITION BY a.indicator_code, a.region_code, a.period_code, a.measure, a.breakdown, a.unit_code, a.observation_id
    ORDER BY b.kind = a.kind DESC, b.observation_id) = 1;
COMMENT ON VIEW yoy IS '同比：同一口径、同一时期长度与上年同期对照；只有流量和存量的总量、增量和以货币计的平均数（人均收入、工资、价格）才算百分比，其他比率、比重、指数只算差；限定为“以上”“左右”等的不参与。公布的增速另列，不重算';
COMMENT ON COLUMN yoy.previous_period IS '上年同期的代码';
COMMENT ON COLUMN yoy.previous_status IS '上年同期的数据状态';
COMMENT ON COLUMN yoy.previous_value IS '上年同期的数值（展示单位）';
COMMENT ON COLUMN yoy.difference IS '与上年同期之差（展示单位；比率为百分点）';
COMMENT ON COLUMN yoy.change_percent IS '与上年同期相比的变化（%），由两个数值算出，四位小数；现价指标是名义变化，不能代替公布的增速';
COMMENT ON COLUMN yoy.published_percent IS '来源公布的增速（%），原样';
COMMENT ON COLUMN yoy.previous_observation_id IS '上年同期的观测值编号';

-- Only what adds up over time is here: levels and increments of flows. Stated sums go before our own; we add months up
-- only where none is missing since January.
CREATE VIEW cumulative_to_month AS
WITH flow AS (
    SELECT f.indicator_code, f.region_code, f.measure, f.breakdown, f.unit_code, f.value, p.kind,
        year(p.start_date)::INTEGER AS year, month(p.end_date)::INTEGER AS month
    FROM fact_observation f
    JOIN dim_indicator i USING (indicator_code)
    JOIN dim_period p USING (period_code)
    WHERE f.is_current AND f.status <> 'target' AND i.additivity = 'flow' AND f.measure IN ('level', 'increment')
        AND f.comparator = 'eq' AND f.value_high IS NULL AND f.base_period = ''
        AND (p.kind = 'month' OR p.kind <> 'span' AND month(p.start_date) = 1)
),
stated AS (
    SELECT * EXCLUDE (kind)
    FROM flow
    WHERE kind <> 'month' OR month = 1
    QUALIFY row_number() OVER (
        PARTITION BY indicator_code, region_code, measure, breakdown, unit_code, year, month
        ORDER BY CASE kind WHEN 'cumulative' THEN 1 WHEN 'year' THEN 1 WHEN 'half' THEN 2 WHEN 'quarter' THEN 3 ELSE 4 END) = 1
),
monthly AS (
    SELECT * EXCLUDE (kind), sum(value) OVER so_far AS summed, count(*) OVER so_far AS months
    FROM flow
    WHERE kind = 'month'
    WINDOW so_far AS (
        PARTITION BY indicator_code, region_code, measure, breakdown, unit_code, year ORDER BY month
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
),
both_ways AS (
    SELECT indicator_code, region_code, measure, breakdown, unit_code, year, month, s.value AS stated, m.value AS month_stated,
        CASE WHEN m.months = m.month THEN TRY_CAST(m.summed AS DECIMAL(18, 6)) END AS summed
    FROM stated s
    FULL JOIN monthly m USING (indicator_code, region_code, measure, breakdown, unit_code, year, month)
),
run AS (
    SELECT *, coalesce(stated, summed) AS total, lag(coalesce(stated, summed)) OVER year_run AS total_before,
        lag(month) OVER year_run AS month_before
    FROM both_ways
    WINDOW year_run AS (
        PARTITION BY indicator_code, region_code, measure, breakdown, unit_code, year ORDER BY month)
)
SELECT c.indicator_code, i.indicator_name, c.region_code, c.measure, c.breakdown, c.unit_code, c.year, c.month,
    c.total AS value, CASE WHEN c.stated IS NOT NULL THEN 'stated' WHEN c.summed IS NOT NULL THEN 'summed' END AS basis,
    coalesce(c.month_stated, CASE WHEN c.month_before = c.month - 1
        THEN TRY_CAST(c.total - c.total_before AS DECIMAL(18, 6)) END) AS month_value,
    CASE WHEN c.month_stated IS NOT NULL THEN 'stated'
        WHEN c.month_before = c.month - 1 AND c.total - c.total_before IS NOT NULL THEN 'difference' END AS month_basis
FROM run c
JOIN dim_indicator i USING (indicator_code);
COMMENT ON VIEW cumulative_to_month IS '本年累计：流量（可按时间相加的指标）自一月起到某月的累计和当月数；来源给出的优先，没有时才由各月相加或由累计相减';
COMMENT ON COLUMN cumulative_to_month.year IS '年';
COMMENT ON COLUMN cumulative_to_month.month IS '累计到的月份，1 至 12';
COMMENT ON COLUMN cumulative_to_month.value IS '自一月起的累计（展示单位）；既无来源数也不能由各月相加时为空';
COMMENT ON COLUMN cumulative_to_month.basis IS '累计的依据：stated 来源给出，summed 由一月起逐月相加';
COMMENT ON COLUMN cumulative_to_month.month_value IS '当月数（展示单位）';
COMMENT ON COLUMN cumulative_to_month.month_basis IS '当月数的依据：stated 来源给出，difference 由本月累计减上月累计';
