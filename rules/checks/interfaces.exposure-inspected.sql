-- check:   interfaces.exposure-inspected
-- asks:    Does the casing protect what need not be within reach?
-- topic:   attack-surface
-- needs:   trial.casing
-- by:      observed-device
-- over:    SELECT e.id FROM subject AS e JOIN interface AS i ON i.entity = e.id WHERE e.kind = 'interface' AND coalesce(i.layer, 'physical') = 'physical' AND (coalesce(i.needed, 'never') <> 'always' OR coalesce(i.debug, 1) = 1)
-- empty:   ixit.15
-- finding: {what} is within reach although it need not be ({detail})
-- fix:     Put the port inside the casing, or remove the connector.
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
  ON t.kind = 'casing'
  AND t.basis IN ('observed', 'tool', 'person')
  AND (t.entity = e.id OR t.entity IN (SELECT c.observed FROM counterpart AS c WHERE c.declared = e.id))
WHERE e.kind = 'interface'
  AND coalesce(i.layer, 'physical') = 'physical'
  -- What is always needed has to be within reach; a port for debugging never has, whatever is said of it.
  AND (coalesce(i.needed, 'never') <> 'always' OR coalesce(i.debug, 1) = 1)
  AND (t.id IS NULL OR t.result <> 'held')
