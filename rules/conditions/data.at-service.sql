-- condition: data.at-service
-- means:   personal data is stored by a service
-- asks:    Does a service that belongs to the product store personal data?
-- needs:   ixit.21
-- letters: TS 103 701 V1.1.1 25, EN 303 645 V3.1.3 x
SELECT 1
FROM data
WHERE class IN ('personal', 'sensitive')
  AND at_service = 1
LIMIT 1
