-- The codelists, checked before by their own reader, become dimensions.
INSERT INTO dim_indicator
SELECT indicator, name, subject, definition, unit, additivity, price_basis, aliases, low::DECIMAL(18, 6),
    high::DECIMAL(18, 6), 'catalogued'
FROM codelist('indicators')
ORDER BY indicator;

INSERT INTO dim_subject
SELECT subject, name
FROM codelist('subjects')
ORDER BY subject;

-- The nation's places and the bureau's own; a line of the bureau about a place of the nation adds names to it.
INSERT INTO dim_region
WITH RECURSIVE nation AS (FROM codelist('regions')),
own AS (FROM codelist('regions_own')),
place AS (
    SELECT n.* REPLACE (nullif(concat_ws(';', n.aliases, o.aliases), '') AS aliases)
    FROM nation n
    LEFT JOIN own o USING (region)
    UNION ALL
    FROM own WHERE region NOT IN (SELECT region FROM nation)
    UNION ALL
    SELECT region, name, aliases, 'group', NULL, NULL, NULL, NULL FROM codelist('region_groups')
),
way(region, path) AS (
    SELECT DISTINCT region, region FROM place WHERE parent IS NULL
    UNION
    SELECT p.region, w.path || '/' || p.region FROM place p JOIN way w ON w.region = p.parent
)
SELECT region, name, level, parent, valid_from, valid_to, replaced_by, min(path), aliases
FROM place
JOIN way USING (region)
GROUP BY ALL
ORDER BY region, valid_from NULLS FIRST;

CREATE VIEW region_now AS
SELECT region_code, max_by(region_name, coalesce(valid_from, '')) AS region_name,
    max_by(level, coalesce(valid_from, '')) AS level, max_by(coalesce(parent_code, ''), coalesce(valid_from, '')) AS parent_code
FROM dim_region
GROUP BY region_code;
COMMENT ON VIEW region_now IS '地区：每个代码一行，取最新的名称、级别和上级';

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

-- Readings that count no more.
INSERT INTO superseded_reading
SELECT submission_id, run FROM reading WHERE NOT is_newest ORDER BY submission_id, run;

INSERT INTO dim_submission
SELECT s.submission_id, s.path, w.department_code, coalesce(w.department_name, s.department), s.received, s.kind, s.outcome,
    s.figures, s.sha256, s.size_bytes, s.known, s.first_load, s.generation
FROM reading s
LEFT JOIN department_word w ON w.word = s.department AND w.word <> ''
WHERE s.is_newest
ORDER BY s.received, s.path;
