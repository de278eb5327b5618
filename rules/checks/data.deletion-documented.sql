-- check:   data.deletion-documented
-- asks:    Is deletion explained?
-- topic:   deletion
-- needs:   document.manual
-- rests:   document.manual
-- by:      documented
-- finding: the user documents do not explain how to delete user data
-- fix:     Add the steps for device, app and services to the manual.
-- risk:    the words were found; whether they say enough is not judged
SELECT
  0 AS entity,
  'how-delete' AS what,
  NULL AS unknown
WHERE NOT EXISTS (
  SELECT 1
  FROM statement AS s
  JOIN document AS d ON d.id = s.document
  WHERE s.kind = 'how-delete'
    AND coalesce(d.status, 200) = 200
)
