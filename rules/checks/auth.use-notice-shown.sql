-- check:   auth.use-notice-shown
-- asks:    Is a notice on permitted use shown before the login?
-- topic:   access-control
-- needs:   document.manual
-- rests:   document.manual
-- by:      documented
-- finding: no notice before the login is described
-- fix:     Show the notice before login, and let the administrator set its words.
-- risk:    the words were found; whether they say enough is not judged
SELECT
  0 AS entity,
  'use-notice' AS what,
  NULL AS unknown
WHERE NOT EXISTS (
  SELECT 1
  FROM statement AS s
  JOIN document AS d ON d.id = s.document
  WHERE s.kind = 'use-notice'
    AND coalesce(d.status, 200) = 200
)
