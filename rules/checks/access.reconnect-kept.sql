-- check:   access.reconnect-kept
-- asks:    Does access control still hold while a part joins or comes back?
-- topic:   access-control
-- needs:   trial.reconnect
-- by:      observed-device
-- finding: access control did not hold while a part joined or came back: {detail}
-- fix:     Ask for the login again, or check the peer again, on every new connection.
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
FROM (SELECT 'reconnect' AS kind) AS wanted
LEFT JOIN trial AS t
  ON t.kind = wanted.kind
  AND t.basis IN ('observed', 'tool', 'person')
WHERE t.id IS NULL
   OR t.result <> 'held'
