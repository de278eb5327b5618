-- check:   access.refused-without-login
-- asks:    Is access refused without a login, and with a wrong one?
-- topic:   access-control
-- needs:   trial.access-without-login
-- by:      observed-device
-- over:    SELECT e.id FROM subject AS e JOIN service AS s ON s.entity = e.id WHERE e.kind = 'service' AND coalesce(s.scope, 'lan') <> 'loopback' AND coalesce(s.enabled, 1) = 1
-- empty:   unknown
-- finding: {what}: access was given without the right login ({detail})
-- fix:     Refuse every request that carries no valid login, on the server side and on every path.
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
JOIN service AS s ON s.entity = e.id
LEFT JOIN trial AS t
  ON t.kind = 'access-without-login'
  AND t.basis IN ('observed', 'tool', 'person')
  AND (t.entity = e.id OR t.entity IN (SELECT c.observed FROM counterpart AS c WHERE c.declared = e.id))
WHERE e.kind = 'service'
  AND coalesce(s.scope, 'lan') <> 'loopback'
  AND coalesce(s.enabled, 1) = 1
  AND (t.id IS NULL OR t.result <> 'held')
