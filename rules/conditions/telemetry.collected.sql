-- condition: telemetry.collected
-- means:   the product collects data about its own use
-- asks:    Does the product collect or send data about how it is used or how it runs?
-- needs:   ixit.24
-- letters: TS 103 701 V1.1.1 6, EN 303 645 V3.1.3 w
SELECT 1
FROM entity
WHERE kind = 'telemetry'
UNION ALL
SELECT 1
FROM data
WHERE class = 'telemetry'
LIMIT 1
