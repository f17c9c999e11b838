WITH commented AS (
    SELECT c.column_name, c.comment
    FROM duckdb_columns() c
    WHERE NOT c.internal AND c.comment IS NOT NULL
    QUALIFY row_number() OVER (
        PARTITION BY c.column_name
        ORDER BY c.table_name = 'fact_observation' DESC, c.table_name LIKE 'dim%' DESC, c.table_name) = 1
)
SELECT v.view_name, c.column_name, commented.comment
FROM duckdb_views() v
JOIN duckdb_columns() c ON c.table_name = v.view_name AND NOT c.internal
JOIN commented USING (column_name)
WHERE NOT v.internal AND c.comment IS NULL
ORDER BY v.view_name, c.column_index
