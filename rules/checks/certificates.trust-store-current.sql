-- check:   certificates.trust-store-current
-- asks:    Are the authorities that the device trusts in date and strong?
-- topic:   communication
-- needs:   certificates
-- by:      observed-firmware
-- over:    SELECT id FROM certificate WHERE authority = 1
-- empty:   unknown
-- finding: trusted authority "{what}" {flaw}
-- fix:     Ship a current list of authorities, at best only those that your services use.
-- risk:    an expired root in a bundle is dead weight, not a hole
SELECT
  0 AS entity,
  coalesce(c.subject, c.fingerprint) AS what,
  CASE
    WHEN c.authority IS NULL THEN 'it could not be told whether it is an authority'
    WHEN c.ends < :today OR lower(c.algorithm) = 'rsa' AND c.bits < 2048 THEN NULL
    ELSE 'its dates or its key could not be read'
  END AS unknown,
  c.input,
  c.file,
  c.at,
  CASE
    WHEN c.ends < :today THEN 'ended on ' || substr(c.ends, 1, 10)
    ELSE 'has an RSA key of ' || c.bits || ' bits'
  END AS flaw
FROM certificate AS c
WHERE coalesce(c.authority, 1) = 1
  AND (
    c.authority IS NULL
    OR c.ends IS NULL
    OR c.algorithm IS NULL
    OR c.ends < :today
    OR lower(c.algorithm) = 'rsa' AND coalesce(c.bits, 0) < 2048
  )
