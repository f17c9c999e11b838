-- Grain: one row per layout and department that sends sheets of it.
CREATE TABLE dim_layout AS
WITH sheet_read AS (
    SELECT submission_id, layout, coalesce(nullif(arg_min(section, figure_no), ''), sheet) AS title, count(*) AS figures
    FROM ledger_figure
    SEMI JOIN counted_submission USING (submission_id)
    WHERE layout IS NOT NULL
    GROUP BY submission_id, layout, sheet
)
SELECT layout, department_name, max_by(title, (received, path, title)) AS title,
    count(DISTINCT submission_id)::BIGINT AS submissions, sum(r.figures)::BIGINT AS figures, min(received) AS first_received,
    max(received) AS last_received
FROM sheet_read r
JOIN dim_submission USING (submission_id)
GROUP BY layout, department_name
ORDER BY department_name, layout;
COMMENT ON TABLE dim_layout IS '版式：每行一个部门用过的一种表样；表头、行名及其排列相同的表为同一版式，不计数字、年月和地名';
COMMENT ON COLUMN dim_layout.layout IS '版式指纹';
COMMENT ON COLUMN dim_layout.department_name IS '部门';
COMMENT ON COLUMN dim_layout.title IS '最近一次的表题；没有表题的为工作表名';
COMMENT ON COLUMN dim_layout.submissions IS '报送件个数';
COMMENT ON COLUMN dim_layout.figures IS '读到的数值个数';
COMMENT ON COLUMN dim_layout.first_received IS '首次收到日期';
COMMENT ON COLUMN dim_layout.last_received IS '最近收到日期';
