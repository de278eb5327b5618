-- check:   boot.hardware-root-declared
-- asks:    Does secure boot rest on a root of trust in hardware?
-- topic:   integrity
-- needs:   ixit.10&ixit.20
-- rests:   ixit.10&ixit.20
-- by:      declared
-- over:    SELECT id FROM declared WHERE kind = 'boot'
-- empty:   unknown
-- finding: {what} rests on {keys}, which software can change
-- fix:     Put the first key or its digest into fuses, a boot ROM or a secure element.
-- risk:    the maker's word; it says nothing of the device itself
-- A key that verifies, or the digest of one: a passphrase or a serial number that boot reads is no root.
WITH root AS (
  SELECT
    r.object AS boot,
    k.name,
    p.stored,
    CASE
      WHEN p.algorithm IS NULL THEN NULL
      WHEN lower(p.algorithm) LIKE 'rsa%' OR lower(p.algorithm) LIKE '%dsa%' OR lower(p.algorithm) LIKE 'ecc%' OR lower(p.algorithm) LIKE 'ec-%'
        OR lower(p.algorithm) IN ('ec', 'ed25519', 'ed448', 'lms', 'xmss', 'sm2') OR lower(p.algorithm) LIKE '%mac%' OR lower(p.algorithm) LIKE 'sha%'
        THEN 1
      ELSE 0
    END AS verifies
  FROM relation AS r
  JOIN parameter AS p ON p.entity = r.subject
  JOIN entity AS k ON k.id = p.entity
  WHERE r.verb = 'used-by'
)
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN count(k.name) = 0 THEN 'no parameter is named that it uses: which key is its root?'
    WHEN max(k.verifies IS NULL) THEN 'not stated: of which algorithm its keys are'
    WHEN max(k.verifies) = 0 THEN 'no key is named that verifies: which one is its root?'
    WHEN max(k.verifies = 1 AND k.stored IS NULL) THEN 'not stated: how its key is kept'
  END AS unknown,
  group_concat(CASE WHEN k.verifies = 1 THEN k.name END, ', ') AS keys
FROM declared AS e
LEFT JOIN root AS k ON k.boot = e.id
WHERE e.kind = 'boot'
GROUP BY e.id
HAVING coalesce(max(k.verifies = 1 AND k.stored IN ('hardware', 'readonly')), 0) = 0
