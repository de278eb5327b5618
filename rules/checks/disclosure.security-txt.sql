-- check:   disclosure.security-txt
-- asks:    Is there a security.txt that has not expired?
-- topic:   vulnerability-handling
-- needs:   document.policy
-- rests:   document.policy
-- by:      documented
-- finding: there is no security.txt that is valid today
-- fix:     Publish /.well-known/security.txt with Contact and Expires (RFC 9116).
-- risk:    the words were found; whether they say enough is not judged
SELECT
  0 AS entity,
  'security-txt' AS what,
  NULL AS unknown
WHERE NOT EXISTS (
  SELECT 1
  FROM statement AS s
  JOIN document AS d ON d.id = s.document
  WHERE s.kind = 'security-txt'
    AND s.value >= :today
    AND s.value GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]*'
    AND coalesce(d.status, 200) = 200
)
