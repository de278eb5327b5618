-- condition: updates.over-network
-- means:   updates can come over a network
-- asks:    Can updates reach the device over a network?
-- needs:   ixit.7
-- letters: TS 103 701 V1.1.1 11, EN 303 645 V3.1.3 j
SELECT CASE WHEN over_network = 1 THEN 1 END
FROM update_mechanism
WHERE coalesce(over_network = 1, entity IN (SELECT id FROM declared))
UNION ALL
SELECT 1
FROM flow
WHERE purpose = 'update'
ORDER BY 1 DESC
LIMIT 1
