-- 同一部门同一天的两份报送件数值不同：分不出先后，暂按文件名取后者，请部门核实。
SELECT 'audit.same-day' AS rule, 'WARNING' AS severity, r.submission_id, r.department_name, r.place,
    r.value_text || r.unit_text AS found,
    r.previous_value_text || r.previous_unit_text AS expected,
    '同一天收到的两份报送件对同一数值说法不同：“' || p.path || '”' || r.previous_place || ' 写 ' || r.previous_value_text
        || r.previous_unit_text || '，“' || s.path || '”' || r.place || ' 写 ' || r.value_text || r.unit_text
        || '；按文件名先后暂用后者，请核实哪一份为准，更正件应放入较晚的收到日期' AS message
FROM revision r
JOIN dim_submission s ON s.submission_id = r.submission_id
JOIN dim_submission p ON p.submission_id = r.previous_submission_id
WHERE r.received = r.previous_received AND r.value_changed;
