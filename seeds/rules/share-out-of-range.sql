-- 比重、比率超出 0 到 100%。
SELECT 'audit.share-out-of-range' AS rule, 'WARNING' AS severity, f.submission_id, f.department_name, f.place,
    f.value_text || f.unit_text AS found, '0% 至 100%' AS expected,
    i.indicator_name || ' ' || f.period_code || ' 的比率是 ' || f.value_text || f.unit_text || '，超出 0 至 100%；请核实' AS message
FROM fact_observation f
JOIN dim_indicator i USING (indicator_code)
WHERE f.measure = 'share' AND f.unit_code = '%' AND (f.value > 100 OR f.value < 0);
