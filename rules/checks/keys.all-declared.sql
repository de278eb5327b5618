-- check:   keys.all-declared
-- asks:    Is every secret that mechanisms need, or that was found, also declared?
-- topic:   cryptography
-- needs:   ixit.1&ixit.7&ixit.10&ixit.11
-- rests:   ixit.10
-- by:      declared
-- over:    SELECT id FROM declared WHERE kind IN ('auth-mechanism', 'channel', 'update-mechanism')
-- empty:   unknown
-- finding: {what} {flaw}
-- fix:     List each key, password and token, and say which mechanism uses it.
-- risk:    a key that was found can be one that is declared without a fingerprint
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN EXISTS (
      SELECT 1
      FROM declared AS k
      WHERE k.kind = 'parameter'
        AND NOT EXISTS (SELECT 1 FROM relation AS r WHERE r.verb = 'used-by' AND r.subject = k.id)
    ) THEN 'not stated: which mechanism uses each parameter'
  END AS unknown,
  NULL AS file,
  NULL AS at,
  'uses cryptography, and no key for it is declared' AS flaw
FROM declared AS e
WHERE e.kind IN ('auth-mechanism', 'channel', 'update-mechanism')
  AND EXISTS (SELECT 1 FROM crypto_use AS u WHERE u.entity = e.id AND u.purpose IN ('key-exchange', 'signature', 'cipher', 'mac'))
  -- A parameter that it uses: what else is said to be used by it is no key.
  AND NOT EXISTS (SELECT 1 FROM relation AS r JOIN parameter AS p ON p.entity = r.subject WHERE r.verb = 'used-by' AND r.object = e.id)
UNION ALL
SELECT
  0 AS entity,
  coalesce(f.path, s.kind) AS what,
  CASE
    WHEN s.fingerprint IS NULL THEN 'its fingerprint is not known'
    WHEN EXISTS (SELECT 1 FROM declared AS k JOIN parameter AS p ON p.entity = k.id WHERE p.fingerprint IS NULL)
      THEN 'it may be one that is declared without a fingerprint'
  END AS unknown,
  s.file,
  s.at,
  'holds a ' || replace(s.kind, '-', ' ') || ' that is not in the product file' AS flaw
FROM secret AS s
LEFT JOIN file AS f ON f.id = s.file
WHERE s.kind IN ('private-key', 'psk', 'api-key', 'token')
  AND NOT EXISTS (SELECT 1 FROM parameter AS p WHERE p.fingerprint = s.fingerprint)
