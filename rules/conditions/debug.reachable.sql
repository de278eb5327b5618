-- condition: debug.reachable
-- means:   a debug interface can be touched from outside
-- asks:    Can a debug interface be reached without taking the device apart?
-- needs:   ixit.15
-- letters: TS 103 701 V1.1.1 13
SELECT CASE WHEN debug = 1 AND exposed = 1 THEN 1 END
FROM interface
WHERE coalesce(debug = 1 AND exposed = 1, entity IN (SELECT id FROM declared))
ORDER BY 1 DESC
LIMIT 1
