-- check:   keys.hard-coded-declared
-- asks:    Are fixed critical secrets kept out of operation?
-- topic:   secure-storage
-- needs:   ixit.10
-- by:      declared
-- over:    SELECT e.id FROM declared AS e JOIN parameter AS x ON x.entity = e.id WHERE e.kind = 'parameter' AND coalesce(x.class = 'critical', 1) = 1
-- empty:   unknown
-- finding: {what} is fixed in the software and used in operation
-- fix:     Create the secret per unit at the factory or at first start.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN (x.class = 'critical') IS NULL THEN 'not stated: whether it must stay secret'
    WHEN x.hard_coded IS NULL THEN 'not stated: whether it is fixed in the software'
    WHEN x.hard_coded = 1 AND x.replaced IS NULL THEN 'not stated: whether it is replaced before use'
  END AS unknown
FROM declared AS e
JOIN parameter AS x ON x.entity = e.id
WHERE e.kind = 'parameter'
  AND coalesce(x.class = 'critical', 1) = 1
  AND ((x.class = 'critical') IS NULL
    OR x.hard_coded IS NULL
    OR x.hard_coded = 1 AND x.replaced IS NULL
    OR x.hard_coded = 1 AND x.replaced = 0)
