-- A sheet whose layout its department never sent before, though it sent that table before: of the same title, else of the
-- same names of file and sheet. It is compared with the last one of an earlier submission.

-- Each sheet in the readings that count; parts from before layouts were kept have none, and a glob must find a file: that of submissions begins alike.
CREATE TEMP VIEW sheet_part AS
SELECT * EXCLUDE (run)
FROM (
    FROM read_parquet($ledger || '/run=*/s*-*.parquet', hive_partitioning = true, hive_types_autocast = false,
        union_by_name = true)
    UNION ALL BY NAME
    SELECT NULL::INTEGER AS sheet_no, NULL::VARCHAR AS sheet, NULL::VARCHAR AS title, NULL::VARCHAR AS file,
        NULL::VARCHAR AS layout, NULL::VARCHAR AS heads
    WHERE false
)
ANTI JOIN superseded_reading USING (submission_id, run)
WHERE sheet_no IS NOT NULL;

CREATE TEMP TABLE sheet_read AS
SELECT submission_id, sheet_no, arrival * 1000000 + sheet_no AS sheet_key, arrival, department_name, title, file, layout
FROM sheet_part
JOIN source USING (submission_id)
SEMI JOIN counted_submission USING (submission_id);

-- A new layout and the one that was expected; not where that one stands beside it.
CREATE TEMP TABLE drift AS
WITH compared AS (
    SELECT *, min(arrival) OVER (PARTITION BY department_name, layout) = arrival AS is_new,
        coalesce(
            CASE WHEN title <> '' THEN max(sheet_key) OVER (PARTITION BY department_name, title, file
                ORDER BY arrival RANGE BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) END,
            CASE WHEN title <> '' THEN max(sheet_key) OVER (PARTITION BY department_name, title
                ORDER BY arrival RANGE BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) END,
            CASE WHEN file NOT LIKE '/%' THEN max(sheet_key) OVER (PARTITION BY department_name, file
                ORDER BY arrival RANGE BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) END) AS key_before
    FROM sheet_read
)
SELECT c.submission_id, c.sheet_no, c.arrival, c.department_name, b.submission_id AS submission_before,
    b.sheet_no AS sheet_before, c.title = b.title AS is_same_title
FROM compared c
JOIN sheet_read b ON b.sheet_key = c.key_before
WHERE c.is_new AND NOT EXISTS (
    SELECT 1 FROM sheet_read o WHERE o.submission_id = c.submission_id AND o.layout = b.layout);

CREATE TEMP MACRO but(these, those) AS list_filter(these, lambda head: NOT list_contains(those, head));
CREATE TEMP MACRO quoted(heads) AS '“' || array_to_string(heads[1:5], '”、“') || '”'
    || CASE WHEN len(heads) > 5 THEN '等 ' || len(heads) || ' 处' ELSE '' END;

-- One that has no word in common with the one before is another table under its name; so is one that has another title and
-- not most of the words.
INSERT INTO fact_finding
WITH words AS (
    SELECT d.*, n.sheet, string_split(n.heads, chr(10)) AS heads, string_split(b.heads, chr(10)) AS heads_before
    FROM drift d
    JOIN sheet_part n ON n.submission_id = d.submission_id AND n.sheet_no = d.sheet_no
    JOIN sheet_part b ON b.submission_id = d.submission_before AND b.sheet_no = d.sheet_before
),
told AS (
    SELECT *, but(heads_before, heads) AS missing, but(heads, heads_before) AS extra
    FROM words
    WHERE CASE WHEN is_same_title THEN list_has_any(heads, heads_before)
        ELSE len(list_intersect(heads, heads_before)) * 2 > len(list_distinct(heads_before)) END
)
SELECT t.submission_id || '$' || t.sheet_no, 'workbook.layout-drift', 'INFO', t.submission_id, t.department_name, t.sheet,
    array_to_string(extra[1:5], '；'), array_to_string(missing[1:5], '；'),
    t.sheet || '：表样与该部门上一次的同一张表（' || s.path || '）不同：'
        || CASE WHEN len(missing) + len(extra) = 0 THEN '表头和行名的文字相同，而次序或含义（单位、时期、口径）不同'
            ELSE concat_ws('；', CASE WHEN len(missing) > 0 THEN '缺少' || quoted(missing) END,
                CASE WHEN len(extra) > 0 THEN '多出' || quoted(extra) END) END
        || '；数值已按这次的表样读取，请核对；确已改用新表样的不必处理',
    1
FROM told t
JOIN dim_submission s ON s.submission_id = t.submission_before
ORDER BY t.arrival, t.sheet_no;
