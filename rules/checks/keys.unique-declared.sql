-- check:   keys.unique-declared
-- asks:    Has each unit secrets of its own, whatever they serve?
-- topic:   secure-storage
-- needs:   ixit.10
-- by:      declared
-- over:    SELECT e.id FROM declared AS e JOIN parameter AS x ON x.entity = e.id WHERE e.kind = 'parameter' AND coalesce(x.class, 'critical') = 'critical'
-- empty:   unknown
-- finding: {what} is the same in every unit
-- fix:     Give each unit its own secret, or use public keys for what all units share.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN x.class IS NULL THEN 'not stated: whether it must stay secret'
    WHEN x.per_unit IS NULL THEN 'not stated: whether each unit has its own'
  END AS unknown
FROM declared AS e
JOIN parameter AS x ON x.entity = e.id
WHERE e.kind = 'parameter'
  AND coalesce(x.class, 'critical') = 'critical'
  AND (x.class IS NULL OR coalesce(x.per_unit, 0) = 0)
