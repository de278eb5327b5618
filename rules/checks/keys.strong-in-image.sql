-- check:   keys.strong-in-image
-- asks:    Is every key that was found in the image strong enough?
-- topic:   cryptography
-- needs:   secrets
-- by:      observed-firmware
-- over:    SELECT rowid FROM secret WHERE kind IN ('private-key', 'public-key')
-- empty:   unknown
-- finding: {what} holds a key of {bits} bits ({algorithm}), which is too short
-- fix:     Use RSA with 2048 bits or more, or an elliptic curve with 224 bits or more.
-- risk:    a weak key may serve something harmless
SELECT
  0 AS entity,
  coalesce(f.path, 'offset ' || k.at) AS what,
  CASE
    WHEN k.strength IS NULL THEN 'algorithm or size of the key is not known'
  END AS unknown,
  k.input,
  k.file,
  k.at,
  upper(k.algorithm) AS algorithm,
  k.bits
FROM (
  SELECT
    s.input,
    s.file,
    s.at,
    s.algorithm,
    s.bits,
    CASE
      WHEN s.bits IS NULL AND lower(s.algorithm) NOT IN ('ed25519', 'x25519', 'ed448', 'x448', 'des', '3des', 'des3') THEN NULL
      WHEN lower(s.algorithm) IN ('rsa', 'dsa', 'dh', 'rsa-pss')
        THEN CASE WHEN s.bits >= 7680 THEN 192 WHEN s.bits >= 3072 THEN 128 WHEN s.bits >= 2048 THEN 112 WHEN s.bits >= 1024 THEN 80 ELSE 40 END
      WHEN lower(s.algorithm) IN ('ed25519', 'x25519') THEN 128
      WHEN lower(s.algorithm) IN ('ed448', 'x448') THEN 224
      WHEN lower(s.algorithm) IN ('ecc', 'ec', 'ecdsa', 'ecdh') THEN s.bits / 2
      WHEN lower(s.algorithm) IN ('des') THEN 56
      WHEN lower(s.algorithm) IN ('3des', 'des3') THEN 80
      ELSE s.bits
    END AS strength
  FROM secret AS s
  WHERE s.kind IN ('private-key', 'public-key')
) AS k
LEFT JOIN file AS f ON f.id = k.file
WHERE k.strength IS NULL
   OR k.strength < :min_strength
