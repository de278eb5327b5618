-- condition: data.personal-stored
-- means:   personal data is stored on the device or by a service
-- asks:    Is personal data stored, on the device or by a service?
-- needs:   ixit.21
-- letters: TS 103 701 V1.1.1 26
SELECT 1
FROM data
WHERE class IN ('personal', 'sensitive')
  AND (on_device = 1 OR at_service = 1)
LIMIT 1
