-- check:   disclosure.times-published
-- asks:    Does the policy say when reporters hear back?
-- topic:   vulnerability-handling
-- needs:   document.policy
-- rests:   document.policy
-- by:      documented
-- finding: the policy does not say when a report is acknowledged
-- fix:     Say within how many days a report is acknowledged.
-- risk:    the words were found; whether they say enough is not judged
SELECT
  0 AS entity,
  'acknowledge-time' AS what,
  NULL AS unknown
WHERE NOT EXISTS (
  SELECT 1
  FROM statement AS s
  JOIN document AS d ON d.id = s.document
  WHERE s.kind = 'acknowledge-time'
    AND coalesce(d.status, 200) = 200
)
