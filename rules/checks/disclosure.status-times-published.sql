-- check:   disclosure.status-times-published
-- asks:    Does the policy say when reporters hear how their report is getting on?
-- topic:   vulnerability-handling
-- needs:   document.policy
-- rests:   document.policy
-- by:      documented
-- finding: the policy does not say when reporters hear how their report is getting on
-- fix:     Say how often a reporter hears from you until the matter is closed.
-- risk:    the words were found; whether they say enough is not judged
SELECT
  0 AS entity,
  'status-time' AS what,
  NULL AS unknown
WHERE NOT EXISTS (
  SELECT 1
  FROM statement AS s
  JOIN document AS d ON d.id = s.document
  WHERE s.kind = 'status-time'
    AND coalesce(d.status, 200) = 200
)
