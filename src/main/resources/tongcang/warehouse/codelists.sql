-- Reads a codelist by the rules of the reader that has checked it, not by what the file looks like.
CREATE TEMP MACRO codelist(name) AS TABLE
SELECT * FROM read_csv($codelists || '/' || name || '.csv', header = true, all_varchar = true, nullstr = '', delim = ',',
    quote = '"', escape = '"', strict_mode = false);
