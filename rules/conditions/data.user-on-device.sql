-- condition: data.user-on-device
-- means:   data of the user is stored on the device
-- asks:    Does the device store data of its user: personal data, settings, keys?
-- needs:   ixit.21
-- letters: TS 103 701 V1.1.1 24
SELECT CASE WHEN on_device = 1 THEN 1 END
FROM data
WHERE coalesce(on_device = 1, entity IN (SELECT id FROM declared))
ORDER BY 1 DESC
LIMIT 1
