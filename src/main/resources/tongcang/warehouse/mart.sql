CREATE VIEW $mart AS
WITH item AS (
    SELECT f.region_code, f.period_code, f.indicator_code || ' ' || f.measure || ' ' || f.unit_code AS item, f.value
    FROM fact_observation f
    JOIN dim_indicator i USING (indicator_code)
    WHERE f.is_current AND f.status <> 'target' AND f.breakdown = '' AND f.base_period = '' AND i.subject_name = $subject
)
SELECT region_code, r.region_name, period_code, p.period_name, p.kind AS period_kind, p.start_date, p.end_date$names
FROM item PIVOT (any_value(value) FOR item IN ($items) GROUP BY region_code, period_code)
JOIN (SELECT region_code, any_value(region_name) AS region_name FROM dim_region GROUP BY region_code) r USING (region_code)
JOIN dim_period p USING (period_code)
