-- The codelists, checked before by their own reader, become dimensions.
INSERT INTO dim_indicator
SELECT indicator, name, subject, definition, unit, additivity, price_basis, aliases, low::DECIMAL(18, 6),
    high::DECIMAL(18, 6)
FROM read_csv($codelists || '/indicators.csv', header = true, all_varchar = true, nullstr = '')
ORDER BY indicator;

INSERT INTO dim_subject
SELECT subject, name
FROM read_csv($codelists || '/subjects.csv', header = true, all_varchar = true, nullstr = '')
ORDER BY subject;

INSERT INTO dim_region
SELECT region, name, level, parent, valid_from, valid_to, replaced_by, aliases
FROM read_csv($codelists || '/regions.csv', header = true, all_varchar = true, nullstr = '')
ORDER BY region;

INSERT INTO dim_department
SELECT d.department, d.name, d.aliases, coalesce(p.priority::INTEGER, 100)
FROM read_csv($codelists || '/departments.csv', header = true, all_varchar = true, nullstr = '') d
LEFT JOIN read_csv($codelists || '/source_priority.csv', header = true, all_varchar = true, nullstr = '') p
    USING (department)
ORDER BY d.department;

INSERT INTO dim_member
SELECT dimension, member, name, aliases
FROM read_csv($codelists || '/members.csv', header = true, all_varchar = true, nullstr = '')
ORDER BY dimension, member;

CREATE TEMP TABLE department_word AS
SELECT DISTINCT unnest([department_name] || string_split(coalesce(aliases, ''), ';')) AS word, department_code
FROM dim_department;

INSERT INTO dim_submission
SELECT s.submission_id, s.path, w.department_code, s.department, s.received, s.kind, s.outcome, s.figures, s.sha256,
    s.size_bytes
FROM read_parquet($ledger || '/run=*/submission-*.parquet', hive_partitioning = false) s
LEFT JOIN department_word w ON w.word = s.department AND w.word <> ''
ORDER BY s.received, s.path;
