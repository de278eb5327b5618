-- check:   docs.hardening
-- asks:    Are users told how to make the product more secure, and for which surroundings it is made?
-- topic:   papers
-- needs:   document.manual
-- rests:   document.manual
-- by:      documented
-- finding: the user documents tell neither how to make the product more secure nor for which surroundings it is made
-- fix:     Add a chapter on secure operation: which settings to choose, and for which surroundings the product is made.
-- risk:    the words were found; whether they say enough is not judged
SELECT
  0 AS entity,
  'hardening' AS what,
  NULL AS unknown
WHERE NOT EXISTS (
  SELECT 1
  FROM statement AS s
  JOIN document AS d ON d.id = s.document
  WHERE s.kind = 'hardening'
    AND coalesce(d.status, 200) = 200
)
