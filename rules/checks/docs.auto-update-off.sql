-- check:   docs.auto-update-off
-- asks:    Is switching off automatic updates explained?
-- topic:   papers
-- needs:   document.manual
-- rests:   document.manual
-- by:      documented
-- finding: the user documents do not explain how automatic updates are switched off
-- fix:     Explain the switch, and what it costs in security.
-- risk:    the words were found; whether they say enough is not judged
SELECT
  0 AS entity,
  'how-disable-auto-update' AS what,
  NULL AS unknown
WHERE NOT EXISTS (
  SELECT 1
  FROM statement AS s
  JOIN document AS d ON d.id = s.document
  WHERE s.kind = 'how-disable-auto-update'
    AND coalesce(d.status, 200) = 200
)
