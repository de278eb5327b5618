-- check:   channel.remote-secrets-confidential-declared
-- asks:    Is every secret that is sent over the internet protected on its way?
-- topic:   communication
-- needs:   ixit.10&ixit.11
-- by:      declared
-- over:    SELECT p.entity FROM parameter AS p JOIN relation AS r ON r.verb = 'sent-over' AND r.subject = p.entity WHERE coalesce(p.class, 'critical') = 'critical'
-- empty:   unknown
-- finding: {what} is sent over {over}, which reaches the internet and is not confidential
-- fix:     Send it over a channel that encrypts, such as TLS with a checked certificate.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  p.id AS entity,
  p.name AS what,
  CASE
    WHEN x.class IS NULL THEN 'not stated: whether it must stay secret'
    WHEN c.entity IS NULL THEN h.name || ' is not declared as a channel'
    WHEN c.scope IS NULL THEN 'not stated: whether ' || h.name || ' reaches the internet'
    WHEN c.confidential IS NULL THEN 'not stated: whether ' || h.name || ' is confidential'
  END AS unknown,
  h.name AS over
FROM declared AS p
JOIN parameter AS x ON x.entity = p.id
JOIN relation AS r ON r.verb = 'sent-over' AND r.subject = p.id
JOIN entity AS h ON h.id = r.object
LEFT JOIN channel AS c ON c.entity = h.id
WHERE coalesce(x.class, 'critical') = 'critical'
  AND coalesce(c.scope, 'internet') = 'internet'
  AND coalesce(c.confidential, 0) = 0
