-- check:   sensors.all-declared
-- asks:    Is every sensor that was found also declared?
-- topic:   personal-data
-- needs:   sensors&ixit.22
-- rests:   ixit.22
-- by:      observed-device
-- over:    SELECT id FROM entity WHERE kind = 'sensor'
-- empty:   unknown
-- finding: {what} senses the surroundings and is not in the product file
-- fix:     List the sensor in the product file with what it is for, or leave it out of the product.
-- risk:    drivers for sensors that are not fitted; names must be the same
SELECT
  o.id AS entity,
  o.name AS what,
  NULL AS unknown
FROM observed AS o
WHERE o.kind = 'sensor'
  AND NOT EXISTS (SELECT 1 FROM counterpart AS c WHERE c.observed = o.id)
  AND NOT EXISTS (SELECT 1 FROM declared AS d WHERE d.kind = 'sensor' AND d.name = o.name COLLATE NOCASE)
