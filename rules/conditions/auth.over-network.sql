-- condition: auth.over-network
-- means:   somebody or something can log in over a network
-- asks:    Can anybody or anything log in over a network?
-- needs:   ixit.1
-- letters: EN 303 645 V3.1.3 e
SELECT CASE WHEN over_network = 1 THEN 1 END
FROM auth_mechanism
WHERE coalesce(over_network = 1, entity IN (SELECT id FROM declared))
UNION ALL
SELECT 1
FROM service
WHERE needs_login = 1
  AND (scope IS NULL OR scope <> 'loopback')
ORDER BY 1 DESC
LIMIT 1
