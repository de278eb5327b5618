-- check:   records.kept-while-supported
-- asks:    Are the papers kept for as long as the product is supported?
-- topic:   papers
-- needs:   answers
-- by:      declared
-- finding: the papers are kept for {what}; it is supported for {years} years
-- fix:     Set the retention time in the procedure, and keep the papers with a second copy.
-- risk:    the maker's word; where nobody says when it was placed on the market, units of today are meant
WITH support AS (
  -- For how many years the product is supported, from its placing on the market; while that day is not said, of a unit of today.
  SELECT CAST(max(julianday(CASE length(s.value)
      WHEN 4 THEN s.value || '-12-31'
      WHEN 7 THEN date(s.value || '-01', '+1 month', '-1 day')
      ELSE substr(s.value, 1, 10) END)
    - julianday(coalesce(CASE length(p.value) WHEN 4 THEN p.value || '-01-01' WHEN 7 THEN p.value || '-01' ELSE substr(p.value, 1, 10) END, :today))) / 365.25 + 0.99 AS INTEGER) AS years
  FROM statement AS s
  LEFT JOIN profile AS p ON p.name = 'placed-on-market'
  WHERE s.kind = 'support-end'
)
SELECT
  0 AS entity,
  coalesce(a.value || ' ' || coalesce(a.unit, 'years'), 'a time that nobody stated') AS what,
  CASE
    WHEN w.years IS NULL THEN 'until when the product is supported is not said, or is no date'
    WHEN a.value IS NULL THEN 'not answered (ask.records.retention-years)'
    WHEN answer_fault(NULL, a.expires, :today, 0) IS NOT NULL THEN answer_fault(NULL, a.expires, :today, 0)
    WHEN trim(a.value) NOT GLOB '[0-9]*' OR trim(a.value) GLOB '*[^0-9.]*' THEN 'the answer is no number'
    WHEN coalesce(a.unit, 'years') NOT IN ('years', 'year') THEN 'the answer is not in years'
    WHEN CAST(a.value AS REAL) >= w.years THEN answer_fault(a.answered, a.expires, :today, :answer_days)
  END AS unknown,
  w.years AS years
FROM (SELECT 'ask.records.retention-years' AS question) AS asked
JOIN support AS w
LEFT JOIN answer AS a ON a.question = asked.question
WHERE w.years IS NULL
   OR a.value IS NULL
   OR answer_fault(a.answered, a.expires, :today, :answer_days) IS NOT NULL
   OR trim(a.value) NOT GLOB '[0-9]*'
   OR trim(a.value) GLOB '*[^0-9.]*'
   OR coalesce(a.unit, 'years') NOT IN ('years', 'year')
   OR CAST(a.value AS REAL) < w.years
