-- condition: network.configuration
-- means:   security settings can be changed over a network
-- asks:    Can security settings be changed over a network?
-- needs:   ixit.13
-- letters: TS 103 701 V1.1.1 17, EN 303 645 V3.1.3 n
SELECT CASE WHEN configures = 1 THEN 1 END
FROM service
WHERE coalesce(configures = 1, entity IN (SELECT id FROM declared))
ORDER BY 1 DESC
LIMIT 1
