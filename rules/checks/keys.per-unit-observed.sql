-- check:   keys.per-unit-observed
-- asks:    Has each unit keys of its own?
-- topic:   secure-storage
-- needs:   secrets&samples
-- by:      observed-device
-- over:    SELECT s.rowid FROM secret AS s JOIN input AS i ON i.id = s.input WHERE i.unit IS NOT NULL AND s.kind IN ('private-key', 'psk', 'api-key', 'token')
-- empty:   unknown
-- finding: {what} is the same in {where}
-- fix:     Make keys on the unit, or in the factory for each unit.
-- risk:    a key for a group of devices can be by design
SELECT
  0 AS entity,
  'a ' || replace(min(s.kind), '-', ' ') || ' (' || substr(s.fingerprint, 1, 16) || ')' AS what,
  NULL AS unknown,
  min(s.input) AS input,
  min(s.file) AS file,
  min(s.at) AS at,
  group_concat(DISTINCT coalesce('unit ' || i.unit, i.kind)) AS "where"
FROM secret AS s
JOIN input AS i ON i.id = s.input
WHERE s.kind IN ('private-key', 'psk', 'api-key', 'token')
  AND s.fingerprint IS NOT NULL
GROUP BY s.fingerprint
HAVING count(DISTINCT coalesce(i.unit, '')) > 1
UNION ALL
SELECT
  0 AS entity,
  'a ' || replace(s.kind, '-', ' ') AS what,
  CASE
    WHEN s.fingerprint IS NULL THEN 'its fingerprint is not known'
    ELSE 'one unit alone tells nothing'
  END AS unknown,
  s.input,
  s.file,
  s.at,
  'unit ' || i.unit AS "where"
FROM secret AS s
JOIN input AS i ON i.id = s.input
WHERE s.kind IN ('private-key', 'psk', 'api-key', 'token')
  AND i.unit IS NOT NULL
  AND (s.fingerprint IS NULL OR (SELECT count(DISTINCT unit) FROM input) < 2)
