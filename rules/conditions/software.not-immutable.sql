-- condition: software.not-immutable
-- means:   some part of the software can be changed after the factory
-- asks:    Can any part of the software be changed after it leaves the factory?
-- needs:   ixit.6
-- letters: EN 303 645 V3.1.3 f
SELECT CASE WHEN immutable = 0 THEN 1 END
FROM component
WHERE coalesce(immutable = 0, entity IN (SELECT id FROM declared))
ORDER BY 1 DESC
LIMIT 1
