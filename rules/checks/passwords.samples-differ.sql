-- check:   passwords.samples-differ
-- asks:    Do several units have different passwords?
-- topic:   passwords
-- needs:   samples
-- by:      observed-device
-- over:    SELECT s.rowid FROM secret AS s JOIN input AS i ON i.id = s.input WHERE s.kind = 'password' AND i.unit IS NOT NULL
-- empty:   unknown
-- finding: the password of {what} is the same in the units {units}
-- fix:     Make each unit's password at random in the factory, or let the user set it.
-- risk:    two samples prove little about a generator
SELECT
  0 AS entity,
  coalesce(s.used_by, 'a login') AS what,
  NULL AS unknown,
  min(s.input) AS input,
  group_concat(DISTINCT i.unit) AS units
FROM secret AS s
JOIN input AS i ON i.id = s.input
WHERE s.kind = 'password'
  AND i.unit IS NOT NULL
  AND s.fingerprint IS NOT NULL
GROUP BY s.fingerprint
HAVING count(DISTINCT i.unit) > 1
UNION ALL
SELECT
  0 AS entity,
  coalesce(s.used_by, 'a login') AS what,
  CASE
    WHEN max(s.fingerprint IS NULL) THEN 'a password could not be told from others'
    ELSE 'it is known of one unit only'
  END AS unknown,
  min(s.input) AS input,
  group_concat(DISTINCT i.unit) AS units
FROM secret AS s
JOIN input AS i ON i.id = s.input
WHERE s.kind = 'password'
  AND i.unit IS NOT NULL
GROUP BY s.used_by
HAVING max(s.fingerprint IS NULL)
    OR count(DISTINCT i.unit) < 2
