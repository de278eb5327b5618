-- check:   support.end-of-life-notice
-- asks:    Is the user told when support ends?
-- topic:   updates
-- needs:   document.manual
-- rests:   document.manual
-- by:      documented
-- finding: the user documents do not say how the user is told that support has ended
-- fix:     Tell the user in the product or by mail when support ends.
-- risk:    the words were found; whether they say enough is not judged
SELECT
  0 AS entity,
  'end-of-support-notice' AS what,
  NULL AS unknown
WHERE NOT EXISTS (
  SELECT 1
  FROM statement AS s
  JOIN document AS d ON d.id = s.document
  WHERE s.kind = 'end-of-support-notice'
    AND coalesce(d.status, 200) = 200
)
