-- check:   channel.replay-refused
-- asks:    Are messages that are sent a second time refused?
-- topic:   communication
-- needs:   trial.replay
-- by:      observed-device
-- over:    SELECT e.id FROM subject AS e JOIN channel AS c ON c.entity = e.id WHERE e.kind = 'channel'
-- empty:   unknown
-- finding: {what}: a replayed message was accepted ({detail})
-- fix:     Use a protocol with protection against replay (TLS 1.2 or later does), or add counters or nonces that are checked.
-- risk:    shows the one case that was tried, not all; an older failed trial counts until it is withdrawn
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN t.id IS NULL THEN 'not tried'
    WHEN t.result = 'unclear' THEN coalesce(t.detail, 'the trial gave no clear result')
  END AS unknown,
  coalesce(t.input, e.input) AS input,
  coalesce(t.detail, t.action, 'no detail was recorded') AS detail
FROM subject AS e
JOIN channel AS c ON c.entity = e.id
LEFT JOIN trial AS t
  ON t.kind = 'replay'
  AND t.basis IN ('observed', 'tool', 'person')
  AND (t.entity = e.id OR t.entity IN (SELECT c.observed FROM counterpart AS c WHERE c.declared = e.id))
WHERE e.kind = 'channel'
  AND (t.id IS NULL OR t.result <> 'held')
