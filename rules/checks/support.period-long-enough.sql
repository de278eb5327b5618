-- check:   support.period-long-enough
-- asks:    Is the product supported as long as the law wants?
-- topic:   updates
-- needs:   document.support
-- by:      documented
-- over:    SELECT rowid AS id FROM statement WHERE kind = 'support-end'
-- empty:   unknown
-- finding: support ends on {what}, less than {years} years after placing on the market
-- fix:     Extend the support period, or give the reason for a shorter one where the law allows it.
SELECT
  0 AS entity,
  s.value AS what,
  CASE WHEN p.value IS NULL THEN 'it is not said when the product was placed on the market' END AS unknown,
  :min_support_years AS years
FROM (SELECT max(value) AS value FROM statement WHERE kind = 'support-end') AS s
LEFT JOIN profile AS p ON p.name = 'placed-on-market'
WHERE s.value IS NOT NULL
  AND (p.value IS NULL OR s.value < substr(date(p.value, '+' || :min_support_years || ' years'), 1, length(s.value)))
