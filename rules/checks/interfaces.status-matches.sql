-- check:   interfaces.status-matches
-- asks:    Is every interface in the state that the maker declares?
-- topic:   attack-surface
-- needs:   interfaces&ixit.15
-- by:      observed-device
-- over:    SELECT id FROM declared WHERE kind = 'interface'
-- empty:   unknown
-- finding: {what} is declared as {said}, and was found {seen}
-- fix:     Correct the product file, or the product.
SELECT
  d.id AS entity,
  d.name AS what,
  CASE
    WHEN i.enabled IS NULL THEN 'not stated: whether it is on'
    WHEN o.id IS NULL THEN 'declared as on, and not found: bring what a laboratory saw of the device''s interfaces'
    WHEN x.enabled IS NULL THEN 'found, and whether it is on could not be told: bring what a laboratory saw of it'
  END AS unknown,
  CASE WHEN i.enabled THEN 'on' ELSE 'off' END AS said,
  CASE WHEN x.enabled THEN 'on' ELSE 'off' END AS seen
FROM declared AS d
JOIN interface AS i ON i.entity = d.id
LEFT JOIN counterpart AS c ON c.declared = d.id
LEFT JOIN observed AS o ON o.id = c.observed
LEFT JOIN interface AS x ON x.entity = o.id
WHERE d.kind = 'interface'
  -- What is off need not be found.
  AND NOT coalesce(i.enabled = 0 AND o.id IS NULL, 0)
  AND (i.enabled IS NULL OR x.enabled IS NULL OR i.enabled <> x.enabled)
