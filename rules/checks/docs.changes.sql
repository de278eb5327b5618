-- check:   docs.changes
-- asks:    Are users told how changes affect the security of their data?
-- topic:   papers
-- needs:   document.manual
-- rests:   document.manual
-- by:      documented
-- finding: the user documents do not tell how changes of the product affect the security of data
-- fix:     Add it to the manual.
-- risk:    the words were found; whether they say enough is not judged
SELECT
  0 AS entity,
  'effect-of-changes' AS what,
  NULL AS unknown
WHERE NOT EXISTS (
  SELECT 1
  FROM statement AS s
  JOIN document AS d ON d.id = s.document
  WHERE s.kind = 'effect-of-changes'
    AND coalesce(d.status, 200) = 200
)
