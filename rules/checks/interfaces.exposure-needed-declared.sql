-- check:   interfaces.exposure-needed-declared
-- asks:    Is every physical interface within reach needed, and every needless air interface off?
-- topic:   attack-surface
-- needs:   ixit.15
-- by:      declared
-- over:    SELECT e.id FROM declared AS e JOIN interface AS x ON x.entity = e.id WHERE e.kind = 'interface' AND coalesce(x.layer IN ('physical', 'air'), 1) = 1
-- empty:   unknown
-- finding: {what} is never needed, but within reach or switched on
-- fix:     Close the port or put it inside the casing; switch the radio off.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN (x.layer IN ('physical', 'air')) IS NULL THEN 'not stated: what kind of interface it is'
    WHEN x.needed IS NULL THEN 'not stated: when the interface is needed'
    WHEN x.needed = 'never' AND x.layer = 'physical' AND x.exposed IS NULL THEN 'not stated: whether the interface is within reach'
    WHEN x.needed = 'never' AND x.layer = 'air' AND x.enabled IS NULL THEN 'not stated: whether the interface is on'
  END AS unknown
FROM declared AS e
JOIN interface AS x ON x.entity = e.id
WHERE e.kind = 'interface'
  AND coalesce(x.layer IN ('physical', 'air'), 1) = 1
  AND ((x.layer IN ('physical', 'air')) IS NULL
    OR x.needed IS NULL
    OR x.needed = 'never' AND x.layer = 'physical' AND x.exposed IS NULL
    OR x.needed = 'never' AND x.layer = 'air' AND x.enabled IS NULL
    OR x.needed = 'never' AND (x.layer = 'physical' AND x.exposed = 1 OR x.layer = 'air' AND x.enabled = 1))
