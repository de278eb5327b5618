-- check:   update.trust-relation-declared
-- asks:    Does each update over the network rest on a trust relation?
-- topic:   updates
-- needs:   ixit.7&ixit.10&ixit.11
-- by:      declared
-- over:    SELECT e.id FROM declared AS e JOIN update_mechanism AS u ON u.entity = e.id WHERE coalesce(u.over_network, 1) = 1
-- empty:   unknown
-- finding: {what} comes over the network and rests on no key and no channel that tells who sends
-- fix:     Verify a signature with a key on the device, or fetch over a channel whose other side is authenticated.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN u.over_network IS NULL THEN 'not stated: whether it comes over the network'
    WHEN EXISTS (
      SELECT 1
      FROM relation AS r
      JOIN channel AS c ON c.entity = r.object
      WHERE r.subject = e.id
        AND r.verb IN ('sent-over', 'protected-by')
        AND c.authentic IS NULL
    ) THEN 'not stated: whether its channel tells who sends'
    WHEN coalesce(u.verified_by, '') <> 'nobody'
      AND NOT EXISTS (SELECT 1 FROM relation AS r WHERE r.subject = e.id AND r.verb IN ('sent-over', 'protected-by'))
      THEN 'not stated: which key verifies it, or over which channel it comes'
  END AS unknown
FROM declared AS e
JOIN update_mechanism AS u ON u.entity = e.id
WHERE e.kind = 'update-mechanism'
  AND coalesce(u.over_network, 1) = 1
  AND NOT EXISTS (SELECT 1 FROM relation AS r JOIN parameter AS p ON p.entity = r.subject WHERE r.verb = 'used-by' AND r.object = e.id)
  AND NOT EXISTS (
    SELECT 1
    FROM relation AS r
    JOIN channel AS c ON c.entity = r.object
    WHERE r.subject = e.id
      AND r.verb IN ('sent-over', 'protected-by')
      AND c.authentic = 1
  )
