-- What became of each code's area: the code that has it now, where each step has one successor.
CREATE VIEW region_today AS
WITH RECURSIVE line AS (
    SELECT region_code, max(coalesce(valid_to::INTEGER, 9999)) AS last_year,
        max_by(coalesce(replaced_by, ''), coalesce(valid_from, '')) AS replaced_by
    FROM dim_region
    GROUP BY region_code
),
way(region_code, at_code, step) AS (
    SELECT region_code, region_code, 0 FROM line
    UNION ALL
    SELECT w.region_code, l.replaced_by, step + 1
    FROM way w
    JOIN line l ON l.region_code = w.at_code
    WHERE l.last_year < 9999 AND l.replaced_by <> '' AND NOT contains(l.replaced_by, ';') AND step < 20
)
SELECT w.region_code, CASE WHEN last_year = 9999 THEN at_code END AS today_code,
    CASE WHEN last_year = 9999 THEN '' WHEN replaced_by = '' THEN '已撤销，没有接替的地区' ELSE '已拆分为 ' || replace(replaced_by, ';', '、') END
        AS reason
FROM (SELECT region_code, max_by(at_code, step) AS at_code FROM way GROUP BY region_code) w
JOIN line l ON l.region_code = w.at_code;
COMMENT ON VIEW region_today IS '今日区划：每个地区代码的辖区现在归哪个代码；拆分或撤销而无接替的为空，附原因';
COMMENT ON COLUMN region_today.today_code IS '现在的地区代码；拆分或撤销为空';
COMMENT ON COLUMN region_today.reason IS '为空的原因';

-- Levels of the places of a year, at the boundaries of today: what today's place states itself, else that of the one that it
-- follows, else the sum of all that were joined in it, where they add up over places; NULL with the reason where not.
CREATE MACRO observation_today() AS TABLE
WITH part AS (
    SELECT o.*, t.today_code, t.reason AS lost, i.additivity, year(o.end_date) AS year
    FROM observation o
    JOIN region_today t USING (region_code)
    JOIN dim_indicator i USING (indicator_code)
),
there AS (
    SELECT today_code, y.year, count(DISTINCT region_code) AS places
    FROM region_today
    JOIN dim_region r USING (region_code)
    JOIN (SELECT DISTINCT year FROM part) y
        ON y.year BETWEEN coalesce(r.valid_from::INTEGER, 0) AND coalesce(r.valid_to::INTEGER, 9999)
    WHERE today_code IS NOT NULL
    GROUP BY ALL
),
joined AS (
    SELECT indicator_code, any_value(indicator_name) AS indicator_name, coalesce(today_code, region_code) AS region_code,
        period_code, measure, breakdown, base_period, unit_code, any_value(additivity) AS additivity, max(lost) AS lost,
        any_value(p.year) AS year, any_value(p.today_code) AS today_code,
        list(region_code ORDER BY region_code) AS parts, max(value) FILTER (region_code = today_code) AS own,
        any_value(value) AS one, TRY_CAST(sum(value) AS DECIMAL(18, 6)) AS total
    FROM part p
    GROUP BY indicator_code, coalesce(today_code, region_code), period_code, measure, breakdown, base_period, unit_code
)
SELECT indicator_code, indicator_name, region_code, region_name, period_code, measure, breakdown, base_period, unit_code,
    CASE WHEN lost <> '' THEN NULL WHEN own IS NOT NULL THEN own WHEN places = 1 THEN one
        WHEN additivity <> 'rate' AND measure IN ('level', 'increment', 'change') AND len(parts) = places THEN total END AS value,
    parts,
    CASE WHEN lost <> '' THEN lost WHEN own IS NOT NULL OR places = 1 THEN ''
        WHEN additivity = 'rate' OR measure NOT IN ('level', 'increment', 'change') THEN '由几个地区合并而成，比率不能相加'
        WHEN len(parts) < places THEN '当年有 ' || places || ' 个地区并入，只有其中 ' || len(parts) || ' 个有数' ELSE '' END AS reason
FROM joined
JOIN region_now USING (region_code)
LEFT JOIN there USING (today_code, year);
COMMENT ON MACRO TABLE observation_today IS '按今日区划看历年数：observation_today()；合并的地区可加的相加，拆分的为空并说明原因';
