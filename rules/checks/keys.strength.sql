-- check:   keys.strength
-- asks:    Is every declared critical key strong enough?
-- topic:   cryptography
-- needs:   ixit.10
-- by:      declared
-- over:    SELECT entity AS id FROM parameter WHERE coalesce(class, 'critical') = 'critical'
-- empty:   unknown
-- finding: {what} has {strength} bits of strength
-- fix:     Use a longer key, or a stronger algorithm.
SELECT
  k.id AS entity,
  k.name AS what,
  CASE
    WHEN k.class IS NULL THEN 'not stated: whether it must stay secret'
    WHEN k.strength IS NULL THEN 'its size or algorithm is not said'
  END AS unknown,
  k.strength
FROM (
  SELECT
    d.id,
    d.name,
    p.class,
    CASE
      WHEN EXISTS (SELECT 1 FROM ref_algorithm AS r WHERE r.algorithm = lower(p.algorithm) AND r.purpose IN ('cipher', 'mac') AND r.status = 'broken') THEN 0
      WHEN lower(p.algorithm) IN ('ed25519', 'x25519') THEN 128
      WHEN lower(p.algorithm) IN ('ed448', 'x448') THEN 224
      -- By how a name begins: who writes rsa-1024 means RSA.
      WHEN p.bits IS NULL OR p.algorithm IS NULL THEN NULL
      WHEN (lower(p.algorithm) LIKE 'rsa%' OR lower(p.algorithm) LIKE 'dsa%' OR lower(p.algorithm) IN ('dh', 'dhe') OR lower(p.algorithm) LIKE 'dh-%' OR lower(p.algorithm) LIKE 'ffdh%') THEN CASE WHEN p.bits >= 7680 THEN 192 WHEN p.bits >= 3072 THEN 128 WHEN p.bits >= 2048 THEN 112 ELSE 80 END
      WHEN (lower(p.algorithm) LIKE 'ec%' OR lower(p.algorithm) LIKE 'p-%' OR lower(p.algorithm) LIKE 'secp%' OR lower(p.algorithm) LIKE 'prime%' OR lower(p.algorithm) LIKE 'brainpool%' OR lower(p.algorithm) LIKE 'nist%p%' OR lower(p.algorithm) IN ('sm2', 'curve25519', 'curve448')) THEN p.bits / 2
      ELSE p.bits
    END AS strength
  FROM declared AS d
  JOIN parameter AS p ON p.entity = d.id
  WHERE coalesce(p.class, 'critical') = 'critical'
) AS k
WHERE coalesce(k.strength, 0) < :min_strength
