-- check:   docs.declaration-address
-- asks:    Is the address of the declaration of conformity given?
-- topic:   papers
-- needs:   document.manual
-- rests:   document.manual
-- by:      documented
-- finding: the user documents give no address of the declaration of conformity
-- fix:     Print the address in the manual.
-- risk:    the words were found; whether they say enough is not judged
SELECT
  0 AS entity,
  'declaration-address' AS what,
  NULL AS unknown
WHERE NOT EXISTS (
  SELECT 1
  FROM statement AS s
  JOIN document AS d ON d.id = s.document
  WHERE s.kind = 'declaration-address'
    AND coalesce(d.status, 200) = 200
)
