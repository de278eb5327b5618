-- condition: data.at-service
-- means:   personal data is stored by a service
-- asks:    Does a service that belongs to the product store personal data?
-- needs:   ixit.21
-- letters: TS 103 701 V1.1.1 25, EN 303 645 V3.1.3 x
SELECT CASE WHEN class IN ('personal', 'sensitive') AND at_service = 1 THEN 1 END
FROM data
WHERE coalesce(class IN ('personal', 'sensitive') AND at_service = 1, entity IN (SELECT id FROM declared))
ORDER BY 1 DESC
LIMIT 1
