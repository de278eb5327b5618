-- check:   update.warns-disruption-declared
-- asks:    Is the user warned when an update interrupts the device?
-- topic:   updates
-- needs:   ixit.7
-- by:      declared
-- over:    SELECT e.id FROM declared AS e JOIN update_mechanism AS x ON x.entity = e.id WHERE e.kind = 'update-mechanism'
-- empty:   unknown
-- finding: {what}: the user is not warned when the update interrupts the device
-- fix:     Say beforehand that the device will be out of service, and for how long.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN x.warns_disruption IS NULL THEN 'not stated: whether the user is warned of an interruption'
  END AS unknown
FROM declared AS e
JOIN update_mechanism AS x ON x.entity = e.id
WHERE e.kind = 'update-mechanism'
  AND (x.warns_disruption IS NULL
    OR x.warns_disruption = 0)
