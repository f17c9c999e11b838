CREATE VIEW $mart AS
SELECT region_code, region_name, period_code, period_name, period_kind, start_date, end_date$values
FROM observation
WHERE subject_name = $subject AND breakdown = '' AND base_period = ''
GROUP BY region_code, region_name, period_code, period_name, period_kind, start_date, end_date
