-- condition: parameters.stored
-- means:   security parameters are kept in lasting storage
-- asks:    Does the device keep keys, passwords, tokens or other security parameters in lasting storage?
-- needs:   ixit.10
-- letters: TS 103 701 V1.1.1 14, EN 303 645 V3.1.3 k
SELECT CASE WHEN stored <> 'none' THEN 1 END
FROM parameter
WHERE coalesce(stored <> 'none', entity IN (SELECT id FROM declared))
UNION ALL
SELECT 1
FROM secret
WHERE file IS NOT NULL
ORDER BY 1 DESC
LIMIT 1
