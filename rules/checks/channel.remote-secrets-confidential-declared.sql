-- check:   channel.remote-secrets-confidential-declared
-- asks:    Is every secret that is sent over the internet protected on its way?
-- topic:   communication
-- needs:   ixit.10&ixit.11
-- by:      declared
-- over:    SELECT p.entity FROM parameter AS p JOIN declared AS d ON d.id = p.entity WHERE coalesce(p.class, 'critical') = 'critical'
-- finding: {what} is sent over {over}, which reaches the internet and is not confidential
-- fix:     Send it over a channel that encrypts, such as TLS with a checked certificate.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  p.id AS entity,
  p.name AS what,
  CASE
    WHEN x.class IS NULL THEN 'not stated: whether it must stay secret'
    WHEN r.subject IS NULL THEN 'not stated: over which channel it is sent, or that it never is'
    WHEN c.entity IS NULL THEN h.name || ' is not declared as a channel'
    WHEN c.scope IS NULL THEN 'not stated: whether ' || h.name || ' reaches the internet'
    WHEN c.confidential IS NULL THEN 'not stated: whether ' || h.name || ' is confidential'
  END AS unknown,
  h.name AS over
FROM declared AS p
JOIN parameter AS x ON x.entity = p.id
LEFT JOIN relation AS r ON r.verb = 'sent-over' AND r.subject = p.id
LEFT JOIN entity AS h ON h.id = r.object
LEFT JOIN channel AS c ON c.entity = h.id
WHERE coalesce(x.class, 'critical') = 'critical'
  AND coalesce(c.scope, 'internet') = 'internet'
  AND coalesce(c.confidential, 0) = 0
  -- A form says in its cell that there is none; a product file says it with an empty list.
  AND coalesce(r.object, 1) <> 0
  AND NOT (r.subject IS NULL AND EXISTS (
    SELECT 1
    FROM field AS f
    WHERE f.entity = p.id
      AND f.name = 'Communication Mechanisms'
      AND lower(trim(f.value)) IN ('-', 'no', 'none', 'none.', 'n/a', 'n/a.')
  ))
