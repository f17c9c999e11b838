-- The codelists, checked before by their own reader, become dimensions.
INSERT INTO dim_indicator
SELECT indicator, name, subject, definition, unit, additivity, price_basis, aliases, low::DECIMAL(18, 6),
    high::DECIMAL(18, 6)
FROM codelist('indicators')
ORDER BY indicator;

INSERT INTO dim_subject
SELECT subject, name
FROM codelist('subjects')
ORDER BY subject;

INSERT INTO dim_region
SELECT region, name, level, parent, valid_from, valid_to, replaced_by, aliases
FROM codelist('regions')
ORDER BY region;

INSERT INTO dim_department
SELECT d.department, d.name, d.aliases, coalesce(p.priority::INTEGER, 100)
FROM codelist('departments') d
LEFT JOIN codelist('source_priority') p USING (department)
ORDER BY d.department;

INSERT INTO dim_member
SELECT dimension, member, name, aliases
FROM codelist('members')
ORDER BY dimension, member;

CREATE TEMP TABLE department_word AS
SELECT DISTINCT trim(unnest([department_code, department_name] || string_split(coalesce(aliases, ''), ';'))) AS word,
    department_code, department_name
FROM dim_department;

INSERT INTO dim_submission
SELECT s.submission_id, s.path, w.department_code, coalesce(w.department_name, s.department), s.received, s.kind, s.outcome,
    s.figures, s.sha256, s.size_bytes
FROM read_parquet($ledger || '/run=*/submission-*.parquet', hive_partitioning = false) s
LEFT JOIN department_word w ON w.word = s.department AND w.word <> ''
ORDER BY s.received, s.path;
