-- check:   docs.secure-setup
-- asks:    Is secure set-up explained?
-- topic:   papers
-- needs:   document.manual
-- rests:   document.manual
-- by:      documented
-- finding: the user documents do not explain how to set the product up securely
-- fix:     Add the steps to the manual.
-- risk:    the words were found; whether they say enough is not judged
SELECT
  0 AS entity,
  'how-set-up' AS what,
  NULL AS unknown
WHERE NOT EXISTS (
  SELECT 1
  FROM statement AS s
  JOIN document AS d ON d.id = s.document
  WHERE s.kind = 'how-set-up'
    AND coalesce(d.status, 200) = 200
)
