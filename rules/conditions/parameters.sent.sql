-- condition: parameters.sent
-- means:   critical parameters leave the device
-- asks:    Do passwords, keys or tokens ever leave the device?
-- needs:   ixit.10&ixit.11
-- letters: TS 103 701 V1.1.1 18, EN 303 645 V3.1.3 o
SELECT 1
FROM relation AS r
JOIN parameter AS p ON p.entity = r.subject
WHERE r.verb = 'sent-over'
  AND p.class = 'critical'
UNION ALL
SELECT 1
FROM exposure
WHERE kind IN ('password', 'token', 'key')
LIMIT 1
