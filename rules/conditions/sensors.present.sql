-- condition: sensors.present
-- means:   the device senses its surroundings
-- asks:    Has the device a microphone, camera, position or other sensor for its surroundings?
-- needs:   ixit.22
-- letters: TS 103 701 V1.1.1 23, EN 303 645 V3.1.3 v
SELECT 1
FROM entity
WHERE kind = 'sensor'
UNION ALL
SELECT 1
FROM interface
WHERE sensing = 1
LIMIT 1
