-- condition: data.personal-to-service
-- means:   personal data goes between the device and a service
-- asks:    Does personal data go from the device to a service, or back?
-- needs:   ixit.21
-- letters: TS 103 701 V1.1.1 21, EN 303 645 V3.1.3 t
SELECT 1
FROM relation AS r
JOIN data AS d ON d.entity = r.subject
JOIN channel AS c ON c.entity = r.object
WHERE r.verb = 'sent-over'
  AND d.class IN ('personal', 'sensitive')
  AND (c.peer IS NULL OR c.peer = 'service')
UNION ALL
SELECT CASE WHEN class IN ('personal', 'sensitive') AND at_service = 1 THEN 1 END
FROM data
WHERE coalesce(class IN ('personal', 'sensitive') AND at_service = 1, entity IN (SELECT id FROM declared))
UNION ALL
SELECT NULL
FROM data AS x
JOIN field AS f ON f.entity = x.entity AND f.name = 'Communication Mechanisms'
WHERE coalesce(x.class IN ('personal', 'sensitive'), x.entity IN (SELECT id FROM declared))
  AND lower(trim(f.value)) NOT IN ('', '-', 'no', 'none', 'none.', 'n/a', 'n/a.')
  AND NOT EXISTS (SELECT 1 FROM relation AS r WHERE r.verb = 'sent-over' AND r.subject = x.entity)
UNION ALL
SELECT 1
FROM exposure
WHERE kind = 'personal'
ORDER BY 1 DESC
LIMIT 1
