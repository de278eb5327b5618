-- condition: input.possible
-- means:   users, programs or networks can give the device input
-- asks:    Can users, programs or networks give the device any input?
-- needs:   ixit.27&ixit.28
-- letters: TS 103 701 V1.1.1 27
SELECT CASE WHEN takes_input = 1 THEN 1 END
FROM interface
WHERE coalesce(takes_input = 1, entity IN (SELECT id FROM declared))
UNION ALL
SELECT 1
FROM service
WHERE enabled = 1
UNION ALL
SELECT 1
FROM entity
WHERE kind IN ('user-interface', 'api')
ORDER BY 1 DESC
LIMIT 1
