-- What the readers found, place by place.
INSERT INTO fact_finding
SELECT f.submission_id || '!' || f.finding_no, f.rule, f.severity, f.submission_id, s.department_name, f.place, f.found,
    f.expected, f.message, coalesce(f.count, 1)
FROM (
    FROM read_parquet($ledger || '/run=*/finding-*.parquet', hive_partitioning = true, hive_types_autocast = false,
        union_by_name = true)
    UNION ALL BY NAME
    SELECT NULL::BIGINT AS count WHERE false -- older parts have no such column
) f
JOIN dim_submission s USING (submission_id)
SEMI JOIN counted_submission USING (submission_id)
ANTI JOIN superseded_reading p ON p.submission_id = f.submission_id AND p.run = f.run
ORDER BY f.submission_id, f.finding_no;

-- What coding found, once per submission and wording, at the first figure it touches.
INSERT INTO fact_finding
SELECT submission_id || '?' || row_number() OVER (PARTITION BY submission_id ORDER BY first_no, rule, found, message),
    rule, severity, submission_id, department_name, first_place, found, expected, message, figures
FROM (
    SELECT p.rule, p.severity, c.submission_id, c.department_name, min(c.figure_no) AS first_no,
        arg_min(c.place, c.figure_no) AS first_place, p.found, p.expected, p.message, count(*) AS figures
    FROM troubled_figure c
    JOIN coding_problem p
        ON p.department = c.department_name AND p.form = c.form AND p.label = c.label AND p.measure_read = c.measure
        AND p.unit_text = c.unit AND p.breakdown_text = c.breakdown
    GROUP BY ALL
)
ORDER BY submission_id, first_no, rule, found, message;

-- Names of places that are unknown, or that several places share, once per submission.
INSERT INTO fact_finding
SELECT submission_id || '%' || row_number() OVER (PARTITION BY submission_id ORDER BY min(figure_no), region),
    'coding.unknown-region', 'ERROR', submission_id, any_value(department_name), arg_min(place, figure_no), region, '',
    arg_min(region_problem, figure_no), count(*)
FROM troubled_figure
WHERE region_problem <> ''
GROUP BY submission_id, region
ORDER BY submission_id, min(figure_no);

-- Reasons that coding cannot know, since it does not see periods and numbers.
INSERT INTO fact_finding
SELECT submission_id || '~' || row_number() OVER (PARTITION BY submission_id ORDER BY min(figure_no), reason),
    reason, 'ERROR', submission_id, any_value(department_name), arg_min(place, figure_no), arg_min(words, figure_no), '',
    CASE reason
        WHEN 'coding.unknown-period' THEN '“' || label || '”共有 ' || count(*) || ' 个数值没有读出所属期；请在表题、表头或文件名中写明年份或月份'
        WHEN 'coding.no-exchange-rate' THEN '“' || label || '”的单位是外币“' || any_value(unit) || '”，而 seeds/codelists/exchange_rates.csv 中没有 '
            || string_agg(DISTINCT period, '、' ORDER BY period) || ' 的汇率；补入后下次运行即折算'
        ELSE '“' || label || '”的数值 ' || arg_min(value_text, figure_no) || ' 超出可表示的范围，请核对数值和单位' END,
    count(*)
FROM troubled_figure
WHERE reason IN ('coding.unknown-period', 'coding.no-exchange-rate', 'coding.value-out-of-range')
GROUP BY submission_id, reason, label
ORDER BY submission_id, min(figure_no), reason;

-- A name that stands for another region in the figure's year is coded as that region, and this is told.
INSERT INTO fact_finding
SELECT submission_id || '@' || row_number() OVER (PARTITION BY submission_id ORDER BY min(figure_no), region_then),
    'coding.region-by-period', 'INFO', submission_id, any_value(department_name), arg_min(place, figure_no), region,
    any_value(region_name),
    '“' || region || '”在 ' || string_agg(DISTINCT period, '、' ORDER BY period) || ' 是' || any_value(region_name) || '（'
        || region_then || '），' || count(*) || ' 个数值按此编码',
    count(*)
FROM troubled_figure
JOIN (SELECT region_code AS region_then, region_name FROM region_now) USING (region_then)
WHERE reason IS NULL AND region_then IS NOT NULL
GROUP BY submission_id, region, region_then
ORDER BY submission_id, min(figure_no);

-- Of one kind and submission so many rows at most; the rest is one row with their count. Readers have done so before.
CREATE TEMP TABLE beyond AS
SELECT finding_id, submission_id, rule, figures, rowid AS row
FROM fact_finding
QUALIFY count(*) OVER (PARTITION BY submission_id, rule) > 1001
    AND row_number() OVER (PARTITION BY submission_id, rule ORDER BY rowid) > 1000;
DELETE FROM fact_finding WHERE finding_id IN (SELECT finding_id FROM beyond);
INSERT INTO fact_finding
SELECT arg_min(b.finding_id, b.row), b.rule, any_value(f.severity), b.submission_id, any_value(f.department_name),
    any_value(s.path), '另有 ' || count(*) || ' 处', '',
    '同类问题已逐条列出 1000 处，另有 ' || count(*) || ' 处不再逐条列出；请按同样的办法一并改正', sum(b.figures)
FROM beyond b
JOIN (SELECT submission_id, rule, any_value(severity) AS severity, any_value(department_name) AS department_name
    FROM fact_finding GROUP BY ALL) f USING (submission_id, rule)
LEFT JOIN dim_submission s USING (submission_id)
GROUP BY b.submission_id, b.rule
ORDER BY b.submission_id, b.rule;
DROP TABLE beyond;

-- What is held is told once per submission and reason: the department may write what is missing, the statistician may approve.
INSERT INTO fact_finding
SELECT submission_id || '&' || row_number() OVER (PARTITION BY submission_id ORDER BY min(figure_no), reasons),
    'assurance.held', 'WARNING', submission_id, any_value(department_name), arg_min(place, figure_no), arg_min(words, figure_no), '',
    count(*) || ' 个数值已读取而暂不采用：' || reasons || CASE WHEN bool_or(version_before IS NULL)
        THEN '；请在表中写明后重新报送，或由统计人员用 tongcang review 认可'
        ELSE '；仍显示前一版，请核对两版数值：确是修订的由统计人员用 tongcang review 认可，报错的请重新报送' END,
    count(*)
FROM fact_held
LEFT JOIN held_revision USING (submission_id, figure_no)
WHERE layout_key <> '' -- coding tells of what waits for a code
GROUP BY submission_id, reasons
ORDER BY submission_id, min(figure_no);

-- An approval that fits nothing is told: it does nothing.
INSERT INTO fact_finding
SELECT a.key || '^3', 'decision.no-figure', 'WARNING', NULL, NULL, a.key, a.guard, '',
    '认可的数值在台账中已不是那样，裁定不起作用，请核对 seeds/decisions/approvals.csv；' || a.person || ' ' || a.day || '：' || a.reason, 0
FROM approval a
LEFT JOIN ledger_figure f ON f.submission_id || '#' || f.figure_no = a.key AND f.words = a.guard
WHERE a.scope = 'figure' AND f.submission_id IS NULL
ORDER BY a.key;
