-- 两个部门对同一数值的最后说法不一致，超过所示小数位的舍入误差。
SELECT 'audit.conflict' AS rule, 'WARNING' AS severity, c.submission_a AS submission_id, c.department_a AS department_name,
    c.place_a AS place, c.value_a::VARCHAR AS found, c.value_b::VARCHAR AS expected,
    i.indicator_name || ' ' || c.period_code || '：' || c.department_a || '报 ' || c.value_a || ' ' || c.unit_code || '，'
        || c.department_b || '报 ' || c.value_b || ' ' || c.unit_code || '（' || c.place_b || '）；请两部门核实' AS message
FROM conflict c
JOIN dim_indicator i USING (indicator_code);
