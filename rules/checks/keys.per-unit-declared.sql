-- check:   keys.per-unit-declared
-- asks:    Are secrets for updates and services unique per unit?
-- topic:   secure-storage
-- needs:   ixit.10
-- by:      declared
-- over:    SELECT e.id FROM declared AS e JOIN parameter AS x ON x.entity = e.id WHERE e.kind = 'parameter' AND coalesce(x.class = 'critical', 1) = 1 AND coalesce(x.purpose IN ('update', 'service'), 1) = 1
-- empty:   unknown
-- finding: {what} is the same in every unit
-- fix:     Give each unit its own secret, or use public keys for what all units share.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN (x.class = 'critical') IS NULL THEN 'not stated: whether it must stay secret'
    WHEN (x.purpose IN ('update', 'service')) IS NULL THEN 'not stated: what it serves'
    WHEN x.per_unit IS NULL THEN 'not stated: whether each unit has its own'
  END AS unknown
FROM declared AS e
JOIN parameter AS x ON x.entity = e.id
WHERE e.kind = 'parameter'
  AND coalesce(x.class = 'critical', 1) = 1
  AND coalesce(x.purpose IN ('update', 'service'), 1) = 1
  AND ((x.class = 'critical') IS NULL
    OR (x.purpose IN ('update', 'service')) IS NULL
    OR x.per_unit IS NULL
    OR x.per_unit = 0)
