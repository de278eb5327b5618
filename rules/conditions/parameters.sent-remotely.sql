-- condition: parameters.sent-remotely
-- means:   critical parameters are sent over interfaces that the internet can reach
-- asks:    Do passwords, keys or tokens go over interfaces that can be reached from the internet?
-- needs:   ixit.10&ixit.11
-- letters: TS 103 701 V1.1.1 19
SELECT CASE WHEN p.class = 'critical' THEN 1 END
FROM relation AS r
JOIN parameter AS p ON p.entity = r.subject
JOIN channel AS c ON c.entity = r.object
WHERE r.verb = 'sent-over'
  AND coalesce(p.class = 'critical', p.entity IN (SELECT id FROM declared))
  AND (c.scope IS NULL OR c.scope = 'internet')
UNION ALL
SELECT NULL
FROM parameter AS x
JOIN field AS f ON f.entity = x.entity AND f.name = 'Communication Mechanisms'
WHERE coalesce(x.class = 'critical', x.entity IN (SELECT id FROM declared))
  AND lower(trim(f.value)) NOT IN ('', '-', 'no', 'none', 'none.', 'n/a', 'n/a.')
  AND NOT EXISTS (SELECT 1 FROM relation AS r WHERE r.verb = 'sent-over' AND r.subject = x.entity)
ORDER BY 1 DESC
LIMIT 1
