-- check:   services.justified-declared
-- asks:    Is it said for every service that is on what it is needed for?
-- topic:   attack-surface
-- needs:   ixit.13
-- by:      declared
-- over:    SELECT e.id FROM declared AS e JOIN service AS x ON x.entity = e.id WHERE e.kind = 'service' AND coalesce(x.enabled = 1, 1) = 1
-- empty:   unknown
-- finding: {what} is on, and the product file does not say what it is needed for
-- fix:     Say what the service is needed for, or switch it off.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN (x.enabled = 1) IS NULL THEN 'not stated: whether the service is on'
    WHEN x.justification IS NULL THEN 'not stated: why the service is needed'
  END AS unknown
FROM declared AS e
JOIN service AS x ON x.entity = e.id
WHERE e.kind = 'service'
  AND coalesce(x.enabled = 1, 1) = 1
  AND ((x.enabled = 1) IS NULL
    OR x.justification IS NULL
    OR trim(x.justification) = '')
