-- check:   interfaces.justified-declared
-- asks:    Is every interface that is on needed?
-- topic:   attack-surface
-- needs:   ixit.15
-- by:      declared
-- over:    SELECT e.id FROM declared AS e JOIN interface AS x ON x.entity = e.id WHERE e.kind = 'interface' AND coalesce(x.enabled = 1, 1) = 1
-- empty:   unknown
-- finding: {what} is on although it is never needed
-- fix:     Switch the interface off.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN (x.enabled = 1) IS NULL THEN 'not stated: whether the interface is on'
    WHEN x.needed IS NULL THEN 'not stated: when the interface is needed'
  END AS unknown
FROM declared AS e
JOIN interface AS x ON x.entity = e.id
WHERE e.kind = 'interface'
  AND coalesce(x.enabled = 1, 1) = 1
  AND ((x.enabled = 1) IS NULL
    OR x.needed IS NULL
    OR x.needed = 'never')
