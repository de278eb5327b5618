-- condition: updates.over-network
-- means:   updates can come over a network
-- asks:    Can updates reach the device over a network?
-- needs:   ixit.7
-- letters: TS 103 701 V1.1.1 11, EN 303 645 V3.1.3 j
SELECT 1
FROM update_mechanism
WHERE over_network = 1
UNION ALL
SELECT 1
FROM flow
WHERE purpose = 'update'
LIMIT 1
