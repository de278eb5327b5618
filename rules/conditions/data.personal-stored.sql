-- condition: data.personal-stored
-- means:   personal data is stored on the device or by a service
-- asks:    Is personal data stored, on the device or by a service?
-- needs:   ixit.21
-- letters: TS 103 701 V1.1.1 26
SELECT CASE WHEN class IN ('personal', 'sensitive') AND (on_device = 1 OR at_service = 1) THEN 1 END
FROM data
WHERE coalesce(class IN ('personal', 'sensitive') AND (on_device = 1 OR at_service = 1), entity IN (SELECT id FROM declared))
ORDER BY 1 DESC
LIMIT 1
