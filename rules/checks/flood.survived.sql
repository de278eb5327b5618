-- check:   flood.survived
-- asks:    Does each network interface withstand a flood and return to a defined state?
-- topic:   resilience
-- needs:   trial.flood
-- by:      observed-device
-- over:    SELECT e.id FROM subject AS e JOIN interface AS i ON i.entity = e.id WHERE e.kind = 'interface' AND coalesce(i.layer, 'network') IN ('network', 'air')
-- empty:   unknown
-- finding: {what} did not survive the flood ({detail})
-- fix:     Limit rates and queues, and let a watchdog bring the service back.
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
JOIN interface AS i ON i.entity = e.id
LEFT JOIN trial AS t
  ON t.kind = 'flood'
  AND t.basis IN ('observed', 'tool', 'person')
  AND (t.entity = e.id OR t.entity IN (SELECT c.observed FROM counterpart AS c WHERE c.declared = e.id))
WHERE e.kind = 'interface'
  AND coalesce(i.layer, 'network') IN ('network', 'air')
  AND (t.id IS NULL OR t.result <> 'held')
