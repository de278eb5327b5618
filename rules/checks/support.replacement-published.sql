-- check:   support.replacement-published
-- asks:    Is the replacement plan published?
-- topic:   updates
-- needs:   document.support
-- rests:   document.support
-- by:      documented
-- finding: no plan for replacing the hardware is published
-- fix:     Publish when and how hardware that cannot be updated is replaced.
-- risk:    the words were found; whether they say enough is not judged
SELECT
  0 AS entity,
  'replacement-plan' AS what,
  NULL AS unknown
WHERE NOT EXISTS (
  SELECT 1
  FROM statement AS s
  JOIN document AS d ON d.id = s.document
  WHERE s.kind = 'replacement-plan'
    AND coalesce(d.status, 200) = 200
)
