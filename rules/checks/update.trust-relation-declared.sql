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
-- A key that verifies: a password or an address that the updater reads says nothing of who sends.
WITH key AS (
  SELECT
    r.object AS mechanism,
    CASE
      WHEN p.algorithm IS NULL THEN NULL
      WHEN lower(p.algorithm) LIKE 'rsa%' OR lower(p.algorithm) LIKE '%dsa%' OR lower(p.algorithm) LIKE 'ecc%' OR lower(p.algorithm) LIKE 'ec-%'
        OR lower(p.algorithm) IN ('ec', 'ed25519', 'ed448', 'lms', 'xmss', 'sm2') OR lower(p.algorithm) LIKE '%mac%' OR lower(p.algorithm) LIKE 'sha%'
        THEN 1
      ELSE 0
    END AS verifies
  FROM relation AS r
  JOIN parameter AS p ON p.entity = r.subject
  WHERE r.verb = 'used-by'
)
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
    WHEN u.verified_by IS NULL AND EXISTS (SELECT 1 FROM key AS k WHERE k.mechanism = e.id AND k.verifies = 1) THEN 'not stated: who verifies it'
    WHEN coalesce(u.verified_by, '') <> 'nobody' AND EXISTS (SELECT 1 FROM key AS k WHERE k.mechanism = e.id AND k.verifies IS NULL)
      THEN 'not stated: of which algorithm its keys are'
    WHEN coalesce(u.verified_by, '') <> 'nobody'
      AND NOT EXISTS (SELECT 1 FROM relation AS r WHERE r.subject = e.id AND r.verb IN ('sent-over', 'protected-by'))
      THEN 'not stated: which key verifies it, or over which channel it comes'
  END AS unknown
FROM declared AS e
JOIN update_mechanism AS u ON u.entity = e.id
WHERE e.kind = 'update-mechanism'
  AND coalesce(u.over_network, 1) = 1
  AND NOT (coalesce(u.verified_by, 'nobody') <> 'nobody' AND EXISTS (SELECT 1 FROM key AS k WHERE k.mechanism = e.id AND k.verifies = 1))
  AND NOT EXISTS (
    SELECT 1
    FROM relation AS r
    JOIN channel AS c ON c.entity = r.object
    WHERE r.subject = e.id
      AND r.verb IN ('sent-over', 'protected-by')
      AND c.authentic = 1
  )
