-- check:   keys.none-public
-- asks:    Is the image free of secrets that everybody knows?
-- topic:   secure-storage
-- needs:   secrets
-- by:      observed-firmware
-- finding: {what} holds a secret that is publicly known ({list})
-- fix:     Replace it by one that is created per unit, and stop trusting the old one everywhere; build libraries without their tests and benchmarks.
-- risk:    test vectors in documentation
SELECT
  0 AS entity,
  coalesce(f.path, 'offset ' || s.at) AS what,
  CASE
    WHEN f.content = 'elf' THEN 'it is part of a program: whether it only serves tests there is not seen'
  END AS unknown,
  s.input,
  s.file,
  s.at,
  s.known AS list
FROM secret AS s
LEFT JOIN file AS f ON f.id = s.file
WHERE s.known IS NOT NULL
  -- Only `openssl speed` uses them.
  AND NOT (coalesce(f.content, '') = 'elf' AND s.known LIKE '%apps/testrsa.h%')
