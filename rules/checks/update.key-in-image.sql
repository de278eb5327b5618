-- check:   update.key-in-image
-- asks:    Is there a sound public key in the image that could verify updates?
-- topic:   updates
-- needs:   certificates|signatures&secrets|signatures
-- rests:   certificates&secrets
-- by:      observed-firmware
-- finding: {what} holds public keys, but all are too weak to verify updates
-- fix:     Use a key with a strength of 112 bits or more.
-- risk:    a key that is there need not be the one that verifies updates
SELECT
  0 AS entity,
  'the image' AS what,
  CASE
    WHEN NOT EXISTS (SELECT 1 FROM secret WHERE kind = 'public-key' AND coalesce(used_by, 'update') <> 'ssh')
      AND NOT EXISTS (SELECT 1 FROM certificate WHERE file IS NOT NULL AND coalesce(authority, 0) = 0)
      THEN 'no key was found, which proves nothing: it may sit in fuses or inside a program'
    WHEN EXISTS (SELECT 1 FROM secret WHERE kind = 'public-key' AND (bits IS NULL AND lower(coalesce(algorithm, '')) NOT IN ('ed25519', 'ed448') OR algorithm IS NULL))
      THEN 'a key was found, but its size could not be told'
  END AS unknown
WHERE NOT EXISTS (
  SELECT 1
  FROM secret AS s
  WHERE s.kind = 'public-key'
    AND coalesce(s.used_by, 'update') <> 'ssh'
    AND CASE
      WHEN lower(s.algorithm) IN ('rsa', 'dsa', 'dh', 'rsa-pss')
        THEN CASE WHEN s.bits >= 7680 THEN 192 WHEN s.bits >= 3072 THEN 128 WHEN s.bits >= 2048 THEN 112 WHEN s.bits >= 1024 THEN 80 ELSE 40 END
      WHEN lower(s.algorithm) IN ('ed25519', 'x25519') THEN 128
      WHEN lower(s.algorithm) IN ('ed448', 'x448') THEN 224
      WHEN lower(s.algorithm) IN ('ecc', 'ec', 'ecdsa', 'ecdh') THEN s.bits / 2
      WHEN lower(s.algorithm) IN ('des') THEN 56
      WHEN lower(s.algorithm) IN ('3des', 'des3') THEN 80
      ELSE s.bits
    END >= :min_strength
)
AND NOT EXISTS (
  SELECT 1
  FROM certificate AS c
  WHERE c.file IS NOT NULL
    -- An authority of the trust store vouches for servers.
    AND coalesce(c.authority, 0) = 0
    AND (lower(c.algorithm) NOT IN ('rsa', 'dsa') OR c.bits >= 2048)
)
