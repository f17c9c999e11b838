-- 总量超出指标在代码表中的合理范围（low 至 high，展示单位）；指出使其回到范围之内的单位。
WITH outside AS (
    SELECT f.*, i.indicator_name, i.low, i.high,
        CASE WHEN f.unit_text SIMILAR TO '(千[克瓦米卡焦伏]|百分).*' THEN ''
            ELSE regexp_extract(f.unit_text, '^(万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千|百|十)') END AS prefix
    FROM fact_observation f
    JOIN dim_indicator i USING (indicator_code)
    WHERE f.measure IN ('level', 'index', 'share') AND f.status <> 'target' AND f.breakdown = '' AND f.value <> 0
        AND (f.measure <> 'share' OR f.unit_code = i.unit_code) AND (f.value < i.low OR f.value > i.high)
),
tried AS (
    SELECT o.*, unit_text[length(prefix) + 1:] AS rest, t.power,
        map {'': 0, '十': 1, '百': 2, '千': 3, '万': 4, '十万': 5, '百万': 6, '千万': 7, '亿': 8, '十亿': 9, '百亿': 10, '千亿': 11, '万亿': 12}[prefix]
            + t.power AS right_power,
        value * power(10.0, t.power) BETWEEN low AND high AND right_power BETWEEN 0 AND 12 AND right_power IN (0, 3, 4, 6, 8, 12)
            AS fits
    FROM outside o, (VALUES (1, 4), (2, -4), (3, 8), (4, -8), (5, 3), (6, -3), (7, 1), (8, -1)) t (no, power)
    QUALIFY row_number() OVER (PARTITION BY observation_id ORDER BY fits DESC, t.no) = 1
)
SELECT 'audit.magnitude-band' AS rule, 'WARNING' AS severity, t.submission_id, t.department_name, t.place,
    t.value_text || t.unit_text AS found, coalesce(t.low::VARCHAR, '') || '—' || coalesce(t.high::VARCHAR, '') || t.unit_code AS expected,
    t.indicator_name || ' ' || t.period_code || ' 是 ' || t.value_text || t.unit_text || '，超出合理范围 ' || coalesce(t.low::DOUBLE::VARCHAR, '')
        || '—' || coalesce(t.high::DOUBLE::VARCHAR, '') || ' ' || t.unit_code
        || CASE WHEN t.fits AND t.measure = 'level'
            THEN '；单位疑似应为“' || ['', '十', '百', '千', '万', '十万', '百万', '千万', '亿', '十亿', '百亿', '千亿', '万亿'][t.right_power + 1] || t.rest || '”'
            ELSE '' END || '，请核实数值和单位' AS message
FROM tried t;
