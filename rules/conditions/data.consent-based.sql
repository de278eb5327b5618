-- condition: data.consent-based
-- means:   personal data is processed because the user agreed
-- asks:    Is any personal data processed because the user agreed to it?
-- needs:   ixit.21
-- letters: TS 103 701 V1.1.1 7, EN 303 645 V3.1.3 y
SELECT CASE WHEN consent = 1 THEN 1 END
FROM data
WHERE coalesce(consent = 1, entity IN (SELECT id FROM declared))
ORDER BY 1 DESC
LIMIT 1
