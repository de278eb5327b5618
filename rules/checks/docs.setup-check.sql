-- check:   docs.setup-check
-- asks:    Is it explained how to check the set-up?
-- topic:   papers
-- needs:   document.manual
-- rests:   document.manual
-- by:      documented
-- finding: the user documents do not explain how to check whether the product is set up securely
-- fix:     Add a check, best one that the product does itself.
-- risk:    the words were found; whether they say enough is not judged
SELECT
  0 AS entity,
  'how-check-setup' AS what,
  NULL AS unknown
WHERE NOT EXISTS (
  SELECT 1
  FROM statement AS s
  JOIN document AS d ON d.id = s.document
  WHERE s.kind = 'how-check-setup'
    AND coalesce(d.status, 200) = 200
)
