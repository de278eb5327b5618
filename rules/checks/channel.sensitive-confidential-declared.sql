-- check:   channel.sensitive-confidential-declared
-- asks:    Is sensitive personal data protected on its way?
-- topic:   personal-data
-- needs:   ixit.21&ixit.11
-- by:      declared
-- over:    SELECT x.entity FROM data AS x WHERE coalesce(x.class, 'sensitive') IN ('sensitive') AND (coalesce(x.at_service, 1) = 1 OR EXISTS (SELECT 1 FROM relation AS r WHERE r.verb = 'sent-over' AND r.subject = x.entity))
-- finding: {what} is sent over {over}, which is not confidential
-- fix:     Send it over a channel that encrypts.
SELECT
  p.id AS entity,
  p.name AS what,
  CASE
    WHEN x.class IS NULL THEN 'not stated: whether it is sensitive'
    WHEN r.subject IS NULL AND x.at_service IS NULL THEN 'not stated: whether a service gets it, and over which channel'
    WHEN c.entity IS NULL THEN 'not stated: over which channel it reaches the service'
    WHEN c.confidential IS NULL THEN 'it is not said whether the channel is confidential'
  END AS unknown,
  h.name AS over
FROM declared AS p
JOIN data AS x ON x.entity = p.id
LEFT JOIN relation AS r ON r.verb = 'sent-over' AND r.subject = p.id
LEFT JOIN entity AS h ON h.id = r.object
LEFT JOIN channel AS c ON c.entity = h.id
WHERE coalesce(x.class, 'sensitive') IN ('sensitive')
  -- Nothing is sent where that is said with an empty list; a service that gets it all the same has it over some channel.
  AND (coalesce(r.object, 0) <> 0 OR x.at_service = 1 OR (x.at_service IS NULL AND r.subject IS NULL))
  AND coalesce(c.confidential, 0) = 0
