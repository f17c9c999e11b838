WITH natural_measure AS (
    SELECT indicator_code, indicator_name, unit_code,
        CASE WHEN additivity <> 'rate' THEN 'level' WHEN unit_code = '%' THEN 'share' WHEN unit_code = '指数' THEN 'index'
            ELSE 'level' END AS measure
    FROM dim_indicator
    WHERE subject_name = $subject
),
stated AS (
    -- of several units of one measure the one that most values have
    SELECT indicator_code, measure, unit_code
    FROM fact_observation
    WHERE is_current AND status <> 'target' AND breakdown = '' AND base_period = ''
    GROUP BY indicator_code, measure, unit_code
    QUALIFY row_number() OVER (PARTITION BY indicator_code, measure ORDER BY count(*) DESC, unit_code) = 1
)
-- Of all that the codelist knows a column only where there is a value: a wide table of the whole list would be mostly empty.
SELECT n.indicator_code, n.indicator_name, n.measure, n.unit_code, true
FROM natural_measure n
SEMI JOIN stated s USING (indicator_code)
UNION ALL
SELECT n.indicator_code, n.indicator_name, s.measure, s.unit_code, false
FROM natural_measure n
JOIN stated s USING (indicator_code)
WHERE s.measure <> n.measure
ORDER BY 1, 5 DESC, 3
