-- check:   support.plain
-- asks:    Can somebody without technical knowledge understand the page with the support period?
-- topic:   updates
-- needs:   document.support
-- by:      declared
-- over:    SELECT id FROM document WHERE kind = 'support'
-- empty:   unknown
-- finding: {what} is not clear to somebody without technical knowledge
-- fix:     Write it in plain words.
SELECT
  0 AS entity,
  coalesce(d.url, 'the support page') AS what,
  CASE WHEN d.plain IS NULL THEN 'nobody has judged it' END AS unknown
FROM document AS d
WHERE d.kind = 'support'
  AND coalesce(d.plain, 0) = 0
