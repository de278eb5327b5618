-- check:   keys.storage-observed
-- asks:    Are stored secrets protected as declared, where they were found?
-- topic:   secure-storage
-- needs:   secrets&ixit.10
-- by:      observed-firmware
-- over:    SELECT e.id FROM declared AS e JOIN parameter AS p ON p.entity = e.id WHERE e.kind = 'parameter' AND coalesce(p.class, 'critical') = 'critical' AND coalesce(p.stored, 'encrypted') IN ('encrypted', 'hashed', 'hardware')
-- empty:   unknown
-- finding: {what} is declared to be kept {said}, and lies open in {path}
-- fix:     Keep it as the product file says; and replace it, because it is known now.
-- risk:    secrets of a unit are not in the image: a flash dump of a unit shows them
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN p.stored IS NULL THEN 'not stated: how it is kept'
    WHEN s.fingerprint IS NULL THEN 'not tried'
    WHEN p.stored <> 'hardware' AND s.locked IS NULL THEN 'whether it is encrypted where it was found is not known'
  END AS unknown,
  s.input,
  s.file,
  s.at,
  CASE p.stored WHEN 'hardware' THEN 'in hardware' ELSE p.stored END AS said,
  coalesce(f.path, 'the image') AS path
FROM declared AS e
JOIN parameter AS p ON p.entity = e.id
LEFT JOIN secret AS s ON s.fingerprint = p.fingerprint
LEFT JOIN file AS f ON f.id = s.file
WHERE e.kind = 'parameter'
  AND coalesce(p.class, 'critical') = 'critical'
  AND coalesce(p.stored, 'encrypted') IN ('encrypted', 'hashed', 'hardware')
  AND (s.fingerprint IS NULL OR p.stored IS NULL OR p.stored = 'hardware' OR coalesce(s.locked, 0) = 0)
