-- check:   support.nonupdatable-published
-- asks:    Is it published why parts cannot be updated?
-- topic:   updates
-- needs:   document.support
-- rests:   document.support
-- by:      documented
-- finding: it is not published why parts cannot be updated
-- fix:     Publish the reason, in words for everybody.
-- risk:    the words were found; whether they say enough is not judged
SELECT
  0 AS entity,
  'why-not-updatable' AS what,
  NULL AS unknown
WHERE NOT EXISTS (
  SELECT 1
  FROM statement AS s
  JOIN document AS d ON d.id = s.document
  WHERE s.kind = 'why-not-updatable'
    AND coalesce(d.status, 200) = 200
)
