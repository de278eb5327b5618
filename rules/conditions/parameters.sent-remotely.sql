-- condition: parameters.sent-remotely
-- means:   critical parameters are sent over interfaces that the internet can reach
-- asks:    Do passwords, keys or tokens go over interfaces that can be reached from the internet?
-- needs:   ixit.10&ixit.11
-- letters: TS 103 701 V1.1.1 19
SELECT 1
FROM relation AS r
JOIN parameter AS p ON p.entity = r.subject
JOIN channel AS c ON c.entity = r.object
WHERE r.verb = 'sent-over'
  AND p.class = 'critical'
  AND (c.scope IS NULL OR c.scope = 'internet')
LIMIT 1
