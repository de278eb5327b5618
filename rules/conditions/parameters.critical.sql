-- condition: parameters.critical
-- means:   the device has critical security parameters
-- asks:    Does the device hold keys, passwords or tokens that must stay secret?
-- needs:   ixit.10
-- letters: TS 103 701 V1.1.1 20, EN 303 645 V3.1.3 16
SELECT CASE WHEN class = 'critical' THEN 1 END
FROM parameter
WHERE coalesce(class = 'critical', entity IN (SELECT id FROM declared))
UNION ALL
SELECT 1
FROM secret
WHERE kind <> 'public-key'
ORDER BY 1 DESC
LIMIT 1
