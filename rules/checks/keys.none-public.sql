-- check:   keys.none-public
-- asks:    Is a secret in use that everybody knows?
-- topic:   secure-storage
-- needs:   secrets
-- by:      observed-firmware
-- finding: {what} holds a secret that is publicly known ({list})
-- fix:     Replace it by one that is created per unit, and stop trusting the old one everywhere.
-- risk:    test vectors in documentation
SELECT
  0 AS entity,
  coalesce(f.path, 'offset ' || s.at) AS what,
  NULL AS unknown,
  s.input,
  s.file,
  s.at,
  s.known AS list
FROM secret AS s
LEFT JOIN file AS f ON f.id = s.file
WHERE s.known IS NOT NULL
