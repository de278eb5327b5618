-- condition: identity.hard-coded
-- means:   an identity fixed in each device serves security
-- asks:    Does each device carry a fixed identity of its own that is used for security?
-- needs:   ixit.10
-- letters: TS 103 701 V1.1.1 10, EN 303 645 V3.1.3 l
SELECT CASE WHEN identity = 1 THEN 1 END
FROM parameter
WHERE coalesce(identity = 1, entity IN (SELECT id FROM declared))
ORDER BY 1 DESC
LIMIT 1
