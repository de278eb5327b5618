-- check:   session.id-unpredictable
-- asks:    Are session ids random, and dropped at logout?
-- topic:   access-control
-- needs:   trial.session-id
-- by:      observed-device
-- finding: session ids are not sound: {detail}
-- fix:     Draw at least 128 random bits per session, and forget the id at logout.
-- risk:    shows the one case that was tried, not all; an older failed trial counts until it is withdrawn
SELECT
  coalesce(t.entity, 0) AS entity,
  'the product' AS what,
  CASE
    WHEN t.id IS NULL THEN 'not tried'
    WHEN t.result = 'unclear' THEN coalesce(t.detail, 'the trial gave no clear result')
  END AS unknown,
  t.input,
  coalesce(t.detail, t.action, 'no detail was recorded') AS detail
FROM (SELECT 'session-id' AS kind) AS wanted
LEFT JOIN trial AS t
  ON t.kind = wanted.kind
  AND t.basis IN ('observed', 'tool', 'person')
WHERE t.id IS NULL
   OR t.result <> 'held'
