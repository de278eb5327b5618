-- check:   services.status-matches
-- asks:    Is every service in the state that the maker declares?
-- topic:   attack-surface
-- needs:   ixit.13&services|start
-- by:      observed-firmware
-- over:    SELECT id FROM declared WHERE kind = 'service'
-- empty:   unknown
-- finding: {what} is declared as {said}, and was found {seen}
-- fix:     Correct the product file, or the product.
-- risk:    services that start on demand; the state of the device at the scan
SELECT
  d.id AS entity,
  d.name AS what,
  CASE
    WHEN s.enabled IS NULL THEN 'not stated: whether it is on'
    WHEN o.id IS NULL THEN 'declared as on, and not found: bring a scan of the device at work, or say its port'
    WHEN x.enabled IS NULL THEN 'found, and whether it is on could not be told: bring a scan of the device at work'
  END AS unknown,
  CASE WHEN s.enabled THEN 'on' ELSE 'off' END AS said,
  CASE WHEN x.enabled THEN 'on' ELSE 'off' END AS seen,
  o.file,
  o.at,
  o.line
FROM declared AS d
JOIN service AS s ON s.entity = d.id
LEFT JOIN counterpart AS c ON c.declared = d.id
LEFT JOIN observed AS o ON o.id = c.observed
LEFT JOIN service AS x ON x.entity = o.id
WHERE d.kind = 'service'
  -- What is off need not be found.
  AND NOT coalesce(s.enabled = 0 AND o.id IS NULL, 0)
  AND (s.enabled IS NULL OR x.enabled IS NULL OR s.enabled <> x.enabled)
