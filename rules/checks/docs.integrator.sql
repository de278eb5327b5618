-- check:   docs.integrator
-- asks:    Is there information for those who build the product into another one?
-- topic:   papers
-- needs:   document.manual
-- rests:   document.manual
-- by:      documented
-- finding: the user documents hold nothing for those who build the product into another one
-- fix:     Say what an integrator must do to keep the product secure.
-- risk:    the words were found; whether they say enough is not judged
SELECT
  0 AS entity,
  'for-integrators' AS what,
  NULL AS unknown
WHERE NOT EXISTS (
  SELECT 1
  FROM statement AS s
  JOIN document AS d ON d.id = s.document
  WHERE s.kind = 'for-integrators'
    AND coalesce(d.status, 200) = 200
)
