-- Grain: one row per kind of finding and file: what a person looks at first.
CREATE VIEW finding_kind AS
SELECT f.severity, f.department_name, s.path, f.rule, sum(f.figures)::BIGINT AS places,
    array_to_string(array_agg(f.place ORDER BY f.rowid) FILTER (f.place <> '')[1:3], '；') AS examples,
    arg_min(f.message, f.rowid) AS message, f.submission_id
FROM (SELECT *, rowid FROM fact_finding) f
LEFT JOIN dim_submission s USING (submission_id)
GROUP BY ALL;
COMMENT ON VIEW finding_kind IS '审核发现汇总：每个文件每类问题一行，写明共有多少处、前几处在哪里；逐条见 fact_finding';
COMMENT ON COLUMN finding_kind.places IS '共有多少处（涉及的数值个数）';
COMMENT ON COLUMN finding_kind.examples IS '前几处的位置';
COMMENT ON COLUMN finding_kind.message IS '第一处的说明';
