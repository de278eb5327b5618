-- condition: radio
-- means:   the product sends or receives radio waves to communicate or to find a position
-- asks:    Does the product use radio: Wi-Fi, Bluetooth, Zigbee, cellular, satellite positioning and the like?
-- needs:   person
-- letters: Regulation (EU) 2022/30
SELECT 1
FROM profile
WHERE name = 'radio'
  AND value = 'yes'
UNION ALL
SELECT 1
FROM interface
WHERE layer = 'air'
LIMIT 1
