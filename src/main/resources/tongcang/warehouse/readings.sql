-- Each run of the ledger that read something, with the link that took it in, as the chain has it; a later link may only
-- restate a part.
CREATE TEMP TABLE taken_in AS
SELECT regexp_extract(part.file, '^run=([^/]*)/', 1) AS run, min(day) AS day, min(number) AS link
FROM (
    SELECT number, day, unnest(parts) AS part
    FROM read_json($ledger || '/run=*/index.json', columns = {number: 'INTEGER', day: 'DATE', parts: 'STRUCT(file VARCHAR)[]'})
)
GROUP BY run;

-- Each reading of each submission. The newest one counts; when the submission became known is a matter of the first.
CREATE TEMP TABLE reading AS
SELECT s.*, t.link,
    row_number() OVER first_to_last AS generation,
    first_value(t.day) OVER first_to_last AS known,
    first_value(t.link) OVER first_to_last = 1 AS first_load,
    lead(submission_id) OVER first_to_last IS NULL AS is_newest
FROM read_parquet($ledger || '/run=*/submission-*.parquet', hive_partitioning = true, hive_types_autocast = false,
    union_by_name = true) s
LEFT JOIN taken_in t USING (run)
WINDOW first_to_last AS (PARTITION BY submission_id ORDER BY t.link);
