-- check:   docs.install-update
-- asks:    Is installing updates explained?
-- topic:   updates
-- needs:   document.manual
-- rests:   document.manual
-- by:      documented
-- finding: the user documents do not explain how updates are installed
-- fix:     Add the steps to the manual.
-- risk:    the words were found; whether they say enough is not judged
SELECT
  0 AS entity,
  'how-install-update' AS what,
  NULL AS unknown
WHERE NOT EXISTS (
  SELECT 1
  FROM statement AS s
  JOIN document AS d ON d.id = s.document
  WHERE s.kind = 'how-install-update'
    AND coalesce(d.status, 200) = 200
)
