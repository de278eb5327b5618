-- check:   channel.sensitive-confidential-declared
-- asks:    Is sensitive personal data protected on its way?
-- topic:   personal-data
-- needs:   ixit.21&ixit.11
-- by:      declared
-- over:    SELECT entity AS id FROM data WHERE class = 'sensitive'
-- empty:   unknown
-- finding: {what} is sent over {over}, which is not confidential
-- fix:     Send it over a channel that encrypts.
SELECT
  p.id AS entity,
  p.name AS what,
  CASE WHEN c.confidential IS NULL THEN 'it is not said whether the channel is confidential' END AS unknown,
  h.name AS over
FROM declared AS p
JOIN data AS x ON x.entity = p.id AND x.class = 'sensitive'
JOIN relation AS r ON r.verb = 'sent-over' AND r.subject = p.id
JOIN entity AS h ON h.id = r.object
JOIN channel AS c ON c.entity = h.id
WHERE coalesce(c.confidential, 0) = 0
