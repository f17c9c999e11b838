-- Whether the facts of the release that a build goes on from say what the ledger's parts say, figure by figure: their words
-- are hashed on both sides. A ratio of several terms is one figure of the ledger and has its words in each term.
WITH known_submission AS (
    SELECT submission_id FROM known WHERE outcome NOT IN ('set_aside', 'excluded')
),
ledger AS (
    SELECT count(*) AS figures, bit_xor(hash(submission_id, figure_no, value_text, unit, label, words, period)) AS words
    FROM read_parquet($ledger || '/run=*/figure-*.parquet', hive_partitioning = false, union_by_name = true)
    SEMI JOIN known_submission USING (submission_id)
),
stated AS (
    SELECT submission_id, split_part(split_part(observation_id, '#', -1), '.', 1)::INTEGER AS figure_no, value_text, unit_text,
        label, words, period_code
    FROM fact_observation
    WHERE NOT contains(observation_id, '.') OR suffix(observation_id, '.1')
    UNION ALL
    SELECT submission_id, figure_no, value_text, unit_text, label, words, period_code
    FROM fact_uncoded
),
release AS (
    SELECT count(*) AS figures, bit_xor(hash(submission_id, figure_no, value_text, unit_text, label, words, period_code)) AS words
    FROM stated
)
SELECT count(*)
FROM ledger
JOIN release ON release.figures = ledger.figures AND release.words IS NOT DISTINCT FROM ledger.words
