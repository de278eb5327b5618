-- check:   docs.decommission
-- asks:    Is secure disposal explained?
-- topic:   deletion
-- needs:   document.manual
-- rests:   document.manual
-- by:      documented
-- finding: the user documents do not explain how to put the product out of use securely
-- fix:     Explain how data and accounts are removed before the product is passed on or thrown away.
-- risk:    the words were found; whether they say enough is not judged
SELECT
  0 AS entity,
  'how-decommission' AS what,
  NULL AS unknown
WHERE NOT EXISTS (
  SELECT 1
  FROM statement AS s
  JOIN document AS d ON d.id = s.document
  WHERE s.kind = 'how-decommission'
    AND coalesce(d.status, 200) = 200
)
