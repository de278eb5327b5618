-- check:   debug.disabled-declared
-- asks:    Is every debug interface switched off?
-- topic:   attack-surface
-- needs:   ixit.15
-- by:      declared
-- over:    SELECT e.id FROM declared AS e JOIN interface AS x ON x.entity = e.id WHERE e.kind = 'interface' AND coalesce(x.debug = 1, 1) = 1
-- finding: {what}: the maker says that this debug interface is on
-- fix:     Switch it off in software in the shipped state.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN (x.debug = 1) IS NULL THEN 'not stated: whether it serves debugging'
    WHEN x.enabled IS NULL THEN 'not stated: whether the interface is on'
  END AS unknown
FROM declared AS e
JOIN interface AS x ON x.entity = e.id
WHERE e.kind = 'interface'
  AND coalesce(x.debug = 1, 1) = 1
  AND ((x.debug = 1) IS NULL
    OR x.enabled IS NULL
    OR x.enabled = 1)
