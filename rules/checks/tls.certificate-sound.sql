-- check:   tls.certificate-sound
-- asks:    Are the certificates in use in date, strong and soundly signed?
-- topic:   communication
-- needs:   tls|certificates
-- by:      observed-network
-- over:    SELECT id FROM certificate WHERE coalesce(authority, 0) = 0
-- empty:   unknown
-- finding: certificate "{what}" {flaw}
-- fix:     Replace the certificate, and renew it in time by machine.
-- risk:    a certificate may lie in the image and not be used; a self-signed one need not have a sound signature
SELECT
  0 AS entity,
  coalesce(c.subject, c.fingerprint) AS what,
  CASE
    WHEN c.ends < :today OR c.begins > :today || 'T23:59:59Z' THEN NULL
    WHEN lower(c.algorithm) = 'rsa' AND c.bits < 2048 OR lower(c.algorithm) IN ('ec', 'ecc', 'ecdsa') AND c.bits < 224 OR lower(c.algorithm) = 'dsa' THEN NULL
    WHEN coalesce(c.self_signed, 0) = 0
      AND (lower(c.signed_with) LIKE '%md5%' OR lower(c.signed_with) LIKE '%sha1%' OR lower(c.signed_with) LIKE '%sha-1%') THEN NULL
    WHEN c.begins IS NULL OR c.ends IS NULL OR c.algorithm IS NULL THEN 'its dates or its key could not be read'
    WHEN lower(c.algorithm) NOT IN ('rsa', 'ec', 'ecc', 'ecdsa', 'ed25519', 'ed448') THEN 'its kind of key is in no list'
    WHEN c.bits IS NULL THEN 'the length of its key could not be read'
    ELSE 'how it is signed could not be read'
  END AS unknown,
  c.input,
  c.file,
  c.at,
  CASE
    WHEN c.ends < :today THEN 'ended on ' || substr(c.ends, 1, 10)
    WHEN c.begins > :today || 'T23:59:59Z' THEN 'begins only on ' || substr(c.begins, 1, 10)
    WHEN lower(c.algorithm) = 'rsa' AND c.bits < 2048 THEN 'has an RSA key of ' || c.bits || ' bits'
    WHEN lower(c.algorithm) IN ('ec', 'ecc', 'ecdsa') AND c.bits < 224 THEN 'has a curve of ' || c.bits || ' bits'
    WHEN lower(c.algorithm) = 'dsa' THEN 'has a DSA key'
    ELSE 'is signed with ' || c.signed_with
  END AS flaw
FROM certificate AS c
WHERE coalesce(c.authority, 0) = 0
  AND (
    c.begins IS NULL
    OR c.ends IS NULL
    OR c.algorithm IS NULL
    OR c.ends < :today
    OR c.begins > :today || 'T23:59:59Z'
    OR lower(c.algorithm) NOT IN ('rsa', 'ec', 'ecc', 'ecdsa', 'ed25519', 'ed448')
    OR lower(c.algorithm) = 'rsa' AND coalesce(c.bits, 0) < 2048
    OR lower(c.algorithm) IN ('ec', 'ecc', 'ecdsa') AND coalesce(c.bits, 0) < 224
    OR c.signed_with IS NULL AND coalesce(c.self_signed, 0) = 0
    OR (lower(c.signed_with) LIKE '%md5%' OR lower(c.signed_with) LIKE '%sha1%' OR lower(c.signed_with) LIKE '%sha-1%')
      AND coalesce(c.self_signed, 0) = 0
  )
