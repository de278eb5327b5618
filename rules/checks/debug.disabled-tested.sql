-- check:   debug.disabled-tested
-- asks:    Is every debug interface really closed?
-- topic:   attack-surface
-- needs:   trial.debug-access
-- by:      observed-device
-- over:    SELECT e.id FROM subject AS e JOIN interface AS i ON i.entity = e.id WHERE e.kind = 'interface' AND coalesce(i.layer, 'physical') = 'physical'
-- empty:   ixit.15
-- finding: {what}: debug access was possible ({detail})
-- fix:     Switch the interface off in software or by fuse, or guard it with a credential of its own per unit.
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
  ON t.kind = 'debug-access'
  AND t.basis IN ('observed', 'tool', 'person')
  AND (t.entity = e.id OR t.entity IN (SELECT c.observed FROM counterpart AS c WHERE c.declared = e.id))
WHERE e.kind = 'interface'
  AND coalesce(i.layer, 'physical') = 'physical'
  AND (t.id IS NULL OR t.result <> 'held')
