-- condition: data.personal
-- means:   personal data is processed
-- asks:    Does the product process personal data?
-- needs:   ixit.21
-- letters: TS 103 701 V1.1.1 28, EN 303 645 V3.1.3 z
SELECT CASE WHEN class IN ('personal', 'sensitive') THEN 1 END
FROM data
WHERE coalesce(class IN ('personal', 'sensitive'), entity IN (SELECT id FROM declared))
UNION ALL
SELECT 1
FROM exposure
WHERE kind = 'personal'
ORDER BY 1 DESC
LIMIT 1
