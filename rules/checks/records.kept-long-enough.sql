-- check:   records.kept-long-enough
-- asks:    Are the papers kept as long as the law wants?
-- topic:   papers
-- needs:   answers
-- by:      declared
-- finding: the papers are kept for {what}; {years} years are wanted
-- fix:     Set the time in your procedure, and keep the documents with a second copy.
-- risk:    the maker's word; whether they will be kept cannot be seen today
SELECT
  0 AS entity,
  coalesce(a.value || ' ' || coalesce(a.unit, 'years'), 'a time that nobody stated') AS what,
  CASE
    WHEN a.value IS NULL THEN 'not answered (ask.records.retention-years)'
    WHEN answer_fault(NULL, a.expires, :today, 0) IS NOT NULL THEN answer_fault(NULL, a.expires, :today, 0)
    WHEN trim(a.value) NOT GLOB '[0-9]*' OR trim(a.value) GLOB '*[^0-9.]*' THEN 'the answer is no number'
    WHEN coalesce(a.unit, 'years') NOT IN ('years', 'year') THEN 'the answer is not in years'
    WHEN CAST(a.value AS REAL) >= :retention_years THEN answer_fault(a.answered, a.expires, :today, :answer_days)
  END AS unknown,
  :retention_years AS years
FROM (SELECT 'ask.records.retention-years' AS question) AS asked
LEFT JOIN answer AS a ON a.question = asked.question
WHERE a.value IS NULL
   OR answer_fault(a.answered, a.expires, :today, :answer_days) IS NOT NULL
   OR trim(a.value) NOT GLOB '[0-9]*'
   OR trim(a.value) GLOB '*[^0-9.]*'
   OR coalesce(a.unit, 'years') NOT IN ('years', 'year')
   OR CAST(a.value AS REAL) < :retention_years
