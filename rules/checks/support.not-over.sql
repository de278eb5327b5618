-- check:   support.not-over
-- asks:    Is the product still supported on the day judged for?
-- topic:   updates
-- needs:   document.support
-- by:      documented
-- over:    SELECT rowid AS id FROM statement WHERE kind = 'support-end'
-- empty:   unknown
-- finding: support ended on {what}
-- fix:     Extend the support period, or take the product off the market.
SELECT
  0 AS entity,
  max(s.value) AS what,
  NULL AS unknown
FROM statement AS s
WHERE s.kind = 'support-end'
HAVING max(s.value) < :today
