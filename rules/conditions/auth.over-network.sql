-- condition: auth.over-network
-- means:   somebody or something can log in over a network
-- asks:    Can anybody or anything log in over a network?
-- needs:   ixit.1
-- letters: EN 303 645 V3.1.3 e
SELECT 1
FROM auth_mechanism
WHERE over_network = 1
UNION ALL
SELECT 1
FROM service
WHERE needs_login = 1
  AND (scope IS NULL OR scope <> 'loopback')
LIMIT 1
