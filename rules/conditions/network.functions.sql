-- condition: network.functions
-- means:   functions of the device can be reached over a network once it is set up
-- asks:    Can any function of the device be reached over a network once it is set up?
-- needs:   ixit.13|services
-- letters: TS 103 701 V1.1.1 16
SELECT 1
FROM service
WHERE (scope IS NULL OR scope <> 'loopback')
  AND (enabled IS NULL OR enabled = 1)
LIMIT 1
