-- condition: input.possible
-- means:   users, programs or networks can give the device input
-- asks:    Can users, programs or networks give the device any input?
-- needs:   ixit.27&ixit.28
-- letters: TS 103 701 V1.1.1 27
SELECT 1
FROM interface
WHERE takes_input = 1
UNION ALL
SELECT 1
FROM service
WHERE enabled = 1
UNION ALL
SELECT 1
FROM entity
WHERE kind IN ('user-interface', 'api')
LIMIT 1
