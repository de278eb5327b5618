-- check:   disclosure.covers-components
-- asks:    Does the policy take reports on third-party parts?
-- topic:   vulnerability-handling
-- needs:   document.policy
-- rests:   document.policy
-- by:      documented
-- finding: the policy does not take reports on third-party parts
-- fix:     Say in the policy that reports on parts from others are taken and passed on.
-- risk:    the words were found; whether they say enough is not judged
SELECT
  0 AS entity,
  'third-party-reports' AS what,
  NULL AS unknown
WHERE NOT EXISTS (
  SELECT 1
  FROM statement AS s
  JOIN document AS d ON d.id = s.document
  WHERE s.kind = 'third-party-reports'
    AND coalesce(d.status, 200) = 200
)
