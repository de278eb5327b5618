-- condition: updates.mechanism
-- means:   the software can be updated
-- asks:    Can the software of the device be updated at all?
-- needs:   ixit.7
-- letters: TS 103 701 V1.1.1 12, EN 303 645 V3.1.3 g and 12
SELECT 1
FROM entity
WHERE kind = 'update-mechanism'
LIMIT 1
