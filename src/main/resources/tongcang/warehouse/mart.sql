CREATE VIEW $mart AS
WITH item AS (
    SELECT f.region_code, f.period_code, c.name, f.value
    FROM fact_observation f
    JOIN (VALUES $items) c (indicator_code, measure, unit_code, name) USING (indicator_code, measure, unit_code)
    WHERE f.is_current AND f.status <> 'target' AND f.breakdown = '' AND f.base_period = ''
)
SELECT region_code, r.region_name, period_code, p.period_name, p.kind AS period_kind, p.start_date, p.end_date$columns
FROM item PIVOT (any_value(value) FOR name IN ($names) GROUP BY region_code, period_code)
JOIN region_now r USING (region_code)
JOIN dim_period p USING (period_code)
