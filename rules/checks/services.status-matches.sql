-- check:   services.status-matches
-- asks:    Is every service in the state that the maker declares?
-- topic:   attack-surface
-- needs:   ixit.13&services|start
-- by:      observed-firmware
-- over:    SELECT id FROM declared WHERE kind = 'service'
-- empty:   unknown
-- finding: {what} is declared as {said}, and was found {seen}
-- fix:     Correct the declaration, or the product.
-- risk:    services that start on demand; the state of the device at the scan
SELECT
  d.id AS entity,
  d.name AS what,
  NULL AS unknown,
  CASE WHEN s.enabled THEN 'on' ELSE 'off' END AS said,
  CASE WHEN x.enabled THEN 'on' ELSE 'off' END AS seen,
  o.file,
  o.at,
  o.line
FROM declared AS d
JOIN service AS s ON s.entity = d.id
JOIN counterpart AS c ON c.declared = d.id
JOIN observed AS o ON o.id = c.observed
JOIN service AS x ON x.entity = o.id
WHERE s.enabled IS NOT NULL
  AND x.enabled IS NOT NULL
  AND s.enabled <> x.enabled
