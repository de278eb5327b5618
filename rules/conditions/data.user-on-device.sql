-- condition: data.user-on-device
-- means:   data of the user is stored on the device
-- asks:    Does the device store data of its user: personal data, settings, keys?
-- needs:   ixit.21
-- letters: TS 103 701 V1.1.1 24
SELECT 1
FROM data
WHERE on_device = 1
LIMIT 1
