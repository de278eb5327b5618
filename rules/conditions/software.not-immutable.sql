-- condition: software.not-immutable
-- means:   some part of the software can be changed after the factory
-- asks:    Can any part of the software be changed after it leaves the factory?
-- needs:   ixit.6
-- letters: EN 303 645 V3.1.3 f
SELECT 1
FROM component
WHERE immutable = 0
LIMIT 1
