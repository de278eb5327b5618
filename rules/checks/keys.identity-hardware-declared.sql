-- check:   keys.identity-hardware-declared
-- asks:    Does each fixed identity sit in storage that resists tampering?
-- topic:   secure-storage
-- needs:   ixit.10
-- by:      declared
-- over:    SELECT e.id FROM declared AS e JOIN parameter AS x ON x.entity = e.id WHERE e.kind = 'parameter' AND coalesce(x.identity = 1, 1) = 1
-- empty:   unknown
-- finding: {what} is an identity, but is stored {stored}
-- fix:     Keep it in a secure element, fuses or a trusted execution environment.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN (x.identity = 1) IS NULL THEN 'not stated: whether it is a fixed identity'
    WHEN x.stored IS NULL THEN 'not stated: how it is stored'
  END AS unknown,
  x.stored
FROM declared AS e
JOIN parameter AS x ON x.entity = e.id
WHERE e.kind = 'parameter'
  AND coalesce(x.identity = 1, 1) = 1
  AND ((x.identity = 1) IS NULL
    OR x.stored IS NULL
    OR x.stored NOT IN ('hardware', 'readonly'))
