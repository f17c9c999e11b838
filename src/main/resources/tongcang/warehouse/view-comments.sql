WITH commented AS (
    SELECT c.column_name, c.comment
    FROM duckdb_columns() c
    WHERE NOT c.internal AND c.comment IS NOT NULL
    QUALIFY row_number() OVER (
        PARTITION BY c.column_name
        ORDER BY c.table_name = 'fact_observation' DESC, c.table_name LIKE 'dim%' DESC, c.table_name) = 1
)
SELECT c.table_name, c.column_name, commented.comment
FROM duckdb_columns() c
JOIN commented USING (column_name)
WHERE NOT c.internal AND c.schema_name = 'main' AND c.database_name <> 'temp' AND c.comment IS NULL
ORDER BY c.table_name, c.column_index
