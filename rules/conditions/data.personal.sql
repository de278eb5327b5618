-- condition: data.personal
-- means:   personal data is processed
-- asks:    Does the product process personal data?
-- needs:   ixit.21
-- letters: TS 103 701 V1.1.1 28, EN 303 645 V3.1.3 z
SELECT 1
FROM data
WHERE class IN ('personal', 'sensitive')
UNION ALL
SELECT 1
FROM exposure
WHERE kind = 'personal'
LIMIT 1
