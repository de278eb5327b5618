-- check:   docs.purpose
-- asks:    Are users told what the product is for and how it is protected?
-- topic:   papers
-- needs:   document.manual
-- rests:   document.manual
-- by:      documented
-- finding: the user documents do not tell the intended purpose and the security properties
-- fix:     Add it to the manual.
-- risk:    the words were found; whether they say enough is not judged
SELECT
  0 AS entity,
  'intended-purpose' AS what,
  NULL AS unknown
WHERE NOT EXISTS (
  SELECT 1
  FROM statement AS s
  JOIN document AS d ON d.id = s.document
  WHERE s.kind = 'intended-purpose'
    AND coalesce(d.status, 200) = 200
)
