-- check:   services.optional-switchable
-- asks:    Can the user switch each optional service?
-- topic:   attack-surface
-- needs:   trial.service-switch
-- by:      observed-device
-- over:    SELECT e.id FROM subject AS e JOIN service AS s ON s.entity = e.id WHERE e.kind = 'service' AND coalesce(s.scope, 'lan') <> 'loopback' AND coalesce(s.enabled, 1) = 1
-- empty:   ixit.13&ixit.15&ixit.28
-- finding: {what} could not be switched off ({detail})
-- fix:     Offer a switch, and keep it off after restart and update.
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
  ON t.kind = 'service-switch'
  AND t.basis IN ('observed', 'tool', 'person')
  AND (t.entity = e.id OR t.entity IN (SELECT c.observed FROM counterpart AS c WHERE c.declared = e.id))
WHERE e.kind = 'service'
  AND coalesce(s.scope, 'lan') <> 'loopback'
  AND coalesce(s.enabled, 1) = 1
  AND (t.id IS NULL OR t.result <> 'held')
