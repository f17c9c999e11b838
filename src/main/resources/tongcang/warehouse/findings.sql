-- What the readers found, place by place.
INSERT INTO fact_finding
SELECT f.submission_id || '!' || f.finding_no, f.rule, f.severity, f.submission_id, s.department_name, f.place, f.found,
    f.expected, f.message, 1
FROM read_parquet($ledger || '/run=*/finding-*.parquet', hive_partitioning = false) f
JOIN dim_submission s USING (submission_id)
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
        AND p.unit_text = c.unit AND p.region_text = c.region AND p.breakdown_text = c.breakdown
    GROUP BY ALL
)
ORDER BY submission_id, first_no, rule, found, message;

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
SELECT f.submission_id || '@' || row_number() OVER (PARTITION BY f.submission_id ORDER BY min(f.figure_no), v.region_code),
    'coding.region-by-period', 'INFO', f.submission_id, any_value(f.department_name), arg_min(f.place, f.figure_no), f.region,
    any_value(r.region_name),
    '“' || f.region || '”在 ' || string_agg(DISTINCT f.period, '、' ORDER BY f.period) || ' 是' || any_value(r.region_name) || '（'
        || v.region_code || '），' || count(*) || ' 个数值按此编码',
    count(*)
FROM coded_figure f
JOIN dim_period p ON p.period_code = f.period
JOIN region_in_time v ON v.named_code = f.region_code AND p.year BETWEEN v.first_year AND v.last_year
JOIN dim_region r ON r.region_code = v.region_code
WHERE f.reason IS NULL AND f.term_no = 1
GROUP BY f.submission_id, f.region, v.region_code
ORDER BY f.submission_id, min(f.figure_no);
