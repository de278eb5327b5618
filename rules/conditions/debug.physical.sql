-- condition: debug.physical
-- means:   the device has debug interfaces that are physical ports
-- asks:    Has the device a debug interface that is a physical port, on the outside or on the board?
-- needs:   ixit.15
-- letters: EN 303 645 V3.1.3 r
SELECT CASE WHEN debug = 1 AND layer = 'physical' THEN 1 END
FROM interface
WHERE coalesce(debug = 1 AND layer = 'physical', entity IN (SELECT id FROM declared))
UNION ALL
SELECT 1
FROM setting
WHERE domain = 'inittab' AND key IN ('getty', 'shell')
ORDER BY 1 DESC
LIMIT 1
