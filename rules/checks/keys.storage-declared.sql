-- check:   keys.storage-declared
-- asks:    Is every critical secret stored protected?
-- topic:   secure-storage
-- needs:   ixit.10
-- by:      declared
-- over:    SELECT e.id FROM declared AS e JOIN parameter AS x ON x.entity = e.id WHERE e.kind = 'parameter' AND coalesce(x.class = 'critical', 1) = 1
-- empty:   unknown
-- finding: {what} is stored in the clear
-- fix:     Encrypt it under a key that only this unit can use, or keep it in secure hardware.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN (x.class = 'critical') IS NULL THEN 'not stated: whether it must stay secret'
    WHEN x.stored IS NULL THEN 'not stated: how it is stored'
    WHEN x.stored = 'readonly' THEN 'what is kept read-only cannot be changed: whether it can be read is not stated'
  END AS unknown
FROM declared AS e
JOIN parameter AS x ON x.entity = e.id
WHERE e.kind = 'parameter'
  AND coalesce(x.class = 'critical', 1) = 1
  AND ((x.class = 'critical') IS NULL
    OR x.stored IS NULL
    OR x.stored IN ('plain', 'readonly'))
