-- check:   auth.change-documented
-- asks:    Is changing a credential explained to users?
-- topic:   passwords
-- needs:   document.manual
-- rests:   document.manual
-- by:      documented
-- finding: the user documents do not explain how to change a credential
-- fix:     Add the steps to the manual.
-- risk:    the words were found; whether they say enough is not judged
SELECT
  0 AS entity,
  'how-change-credential' AS what,
  NULL AS unknown
WHERE NOT EXISTS (
  SELECT 1
  FROM statement AS s
  JOIN document AS d ON d.id = s.document
  WHERE s.kind = 'how-change-credential'
    AND coalesce(d.status, 200) = 200
)
