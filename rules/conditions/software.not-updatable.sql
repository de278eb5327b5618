-- condition: software.not-updatable
-- means:   some part of the software can never be updated
-- asks:    Is there any part of the software that no update can change?
-- needs:   ixit.6&ixit.7
-- letters: TS 103 701 V1.1.1 3, EN 303 645 V3.1.3 3
SELECT 1
FROM component
WHERE immutable = 1
UNION ALL
SELECT CASE WHEN EXISTS (SELECT 1 FROM field AS f WHERE f.entity = e.id AND f.name = 'Update Mechanism' AND trim(f.value) <> '') THEN NULL ELSE 1 END
FROM declared AS e
WHERE e.kind = 'component'
  AND EXISTS (SELECT 1 FROM covered WHERE class = 'ixit.7' AND whole = 1)
  AND NOT EXISTS (SELECT 1 FROM relation AS r WHERE r.verb = 'updates' AND r.object = e.id)
ORDER BY 1 DESC
LIMIT 1
