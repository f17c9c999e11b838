COPY (
    SELECT 'dataflow' AS "STRUCTURE", 'TONGCANG:OBSERVATION(1.0)' AS "STRUCTURE_ID", 'I' AS "ACTION",
        CASE period_kind WHEN 'year' THEN 'A' WHEN 'half' THEN 'S' WHEN 'quarter' THEN 'Q' WHEN 'month' THEN 'M'
            ELSE '_O' END AS "FREQ",
        indicator_code AS "INDICATOR", region_code AS "REF_AREA", upper(measure) AS "MEASURE",
        CASE breakdown WHEN '' THEN '_T' ELSE breakdown END AS "BREAKDOWN",
        CASE base_period WHEN '' THEN '_Z' ELSE base_period END AS "BASE_PER", unit_code AS "UNIT_MEASURE",
        CASE period_kind
            WHEN 'cumulative' THEN start_date || '/P' || (date_diff('month', start_date, end_date) + 1) || 'M'
            WHEN 'span' THEN start_date || '/P' || (date_diff('year', start_date, end_date) + 1) || 'Y'
            ELSE period_code END AS "TIME_PERIOD",
        value AS "OBS_VALUE", value_high AS "OBS_VALUE_HIGH",
        CASE status WHEN 'actual' THEN 'A' WHEN 'preliminary' THEN 'P' ELSE 'E' END AS "OBS_STATUS",
        upper(comparator) AS "COMPARATOR",
        -- a folder's own name where the codelist has none: it must not begin as a spreadsheet's formula does
        regexp_replace(department_name, '^([-=+@＝＋＠－\t\r\n])', '''\1') AS "SOURCE_AGENCY", received AS "RECEIVED",
        submission_id || ' ' || place AS "PROVENANCE"
    FROM observation
    WHERE $condition$order
) TO $file (FORMAT csv, HEADER true)
