-- The share of two decimals of up to six places, exactly: whole numbers throughout, rounded once to four places, halves
-- away from zero. NULL where there is no whole, or the result has more than fourteen digits before its point.
CREATE MACRO exact_ratio(part, whole, scale := 1) AS
CASE WHEN whole <> 0 THEN (TRY_CAST(
    sign(part)::HUGEINT * sign(whole)::HUGEINT
    * ((abs((part::DECIMAL(31, 6) * 1000000::DECIMAL(7, 0))::HUGEINT) * scale * 20000
            + abs((whole::DECIMAL(31, 6) * 1000000::DECIMAL(7, 0))::HUGEINT))
        // (abs((whole::DECIMAL(31, 6) * 1000000::DECIMAL(7, 0))::HUGEINT) * 2)) AS DECIMAL(18, 0))
    * 0.0001::DECIMAL(5, 4))::DECIMAL(18, 4) END;

-- What one would have seen of what was received by one day and taken in by another: of each series and period what no rate
-- converted, then the firmest status, then the source that goes first, then the latest, of one day the last by name. Targets
-- are no results and have a view of their own.
CREATE MACRO observation_at(received_by, known_by) AS TABLE
SELECT * EXCLUDE (status_rank, priority, path, is_current)
FROM (
    SELECT f.*,
        CASE f.status WHEN 'actual' THEN 1 WHEN 'preliminary' THEN 2 ELSE 3 END AS status_rank,
        coalesce(d.priority, 100) AS priority, s.path
    FROM fact_observation f
    JOIN dim_submission s USING (submission_id)
    LEFT JOIN dim_department d USING (department_code)
    WHERE f.status <> 'target' AND f.received <= received_by AND s.known <= known_by
)
QUALIFY row_number() OVER (
    PARTITION BY indicator_code, region_code, period_code, measure, breakdown, base_period, unit_code
    ORDER BY exchange_rate <> '', status_rank, priority, received DESC, path DESC, submission_id DESC, observation_id) = 1;

-- By the day of the folder, which whoever lays a file down chooses; and by the day of the run, which nobody does.
CREATE MACRO observation_as_of(day) AS TABLE FROM observation_at(day, DATE '9999-12-31');
CREATE MACRO observation_known_at(day) AS TABLE FROM observation_at(day, day);

CREATE VIEW observation AS
SELECT o.indicator_code, i.indicator_name, i.indicator_status, i.subject_name, o.region_code, r.region_name, o.period_code, p.period_name,
    p.kind AS period_kind, p.start_date, p.end_date, o.measure, o.status, o.breakdown, o.base_period, o.comparator, o.value,
    o.value_high, o.unit_code, o.value_canonical, o.dimension, o.received, o.department_name, o.source_kind,
    o.submission_id, o.place, o.words, o.layout, o.observation_id
FROM fact_observation o
JOIN dim_indicator i USING (indicator_code)
JOIN region_now r USING (region_code)
JOIN dim_period p USING (period_code)
WHERE o.is_current AND o.status <> 'target';
COMMENT ON VIEW observation IS '当前最佳值：每个序列每个时期一行，先看状态（实际先于初步核算、预计），再看来源优先级，再看收到日期；不含目标';
COMMENT ON MACRO TABLE observation_as_of IS '按收到日期（目录上的日期），某一天结束时所见的最佳值：observation_as_of(DATE ''2022-06-30'')；列与 fact_observation 相同';
COMMENT ON MACRO TABLE observation_known_at IS '按入库日期（运行的日期），某一天结束时本仓库实际所知的最佳值：observation_known_at(DATE ''2024-06-30'')；补报到旧日期目录的文件不改变以前的结果';
COMMENT ON MACRO TABLE observation_at IS '到某日收到、到某日入库的最佳值：observation_at(收到日期, 入库日期)';
COMMENT ON MACRO exact_ratio IS '精确的比：exact_ratio(部分, 全体)，四位小数；scale := 100 得百分数';
COMMENT ON COLUMN observation.period_kind IS '时期种类：year 年，half 半年，quarter 季，month 月，cumulative 累计，span 多年';
