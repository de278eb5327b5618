-- condition: parameters.sent
-- means:   critical parameters leave the device
-- asks:    Do passwords, keys or tokens ever leave the device?
-- needs:   ixit.10&ixit.11
-- letters: TS 103 701 V1.1.1 18, EN 303 645 V3.1.3 o
SELECT CASE WHEN p.class = 'critical' THEN 1 END
FROM relation AS r
JOIN parameter AS p ON p.entity = r.subject
WHERE r.verb = 'sent-over'
  AND coalesce(p.class = 'critical', p.entity IN (SELECT id FROM declared))
UNION ALL
SELECT NULL
FROM parameter AS x
JOIN field AS f ON f.entity = x.entity AND f.name = 'Communication Mechanisms'
WHERE coalesce(x.class = 'critical', x.entity IN (SELECT id FROM declared))
  AND lower(trim(f.value)) NOT IN ('', '-', 'no', 'none', 'none.', 'n/a', 'n/a.')
  AND NOT EXISTS (SELECT 1 FROM relation AS r WHERE r.verb = 'sent-over' AND r.subject = x.entity)
UNION ALL
SELECT 1
FROM exposure
WHERE kind IN ('password', 'token', 'key')
ORDER BY 1 DESC
LIMIT 1
