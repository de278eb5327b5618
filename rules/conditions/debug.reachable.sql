-- condition: debug.reachable
-- means:   a debug interface can be touched from outside
-- asks:    Can a debug interface be reached without taking the device apart?
-- needs:   ixit.15
-- letters: TS 103 701 V1.1.1 13
SELECT 1
FROM interface
WHERE debug = 1
  AND exposed = 1
LIMIT 1
