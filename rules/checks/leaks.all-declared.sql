-- check:   leaks.all-declared
-- asks:    Is all that interfaces tell before a login also declared?
-- topic:   attack-surface
-- needs:   disclosures&ixit.15
-- rests:   ixit.15
-- by:      observed-device
-- over:    SELECT id FROM observed WHERE kind IN ('service', 'interface', 'api')
-- empty:   unknown
-- finding: {what} is told before a login, and is not in the product file
-- fix:     List it in the product file with the reason for telling it, or do not tell it.
-- risk:    a banner can be made up
SELECT
  coalesce(o.service, o.interface, 0) AS entity,
  coalesce(o.kind, 'something') || coalesce(' "' || o.value || '"', '') AS what,
  CASE
    WHEN o.before_login IS NULL THEN 'whether a login is needed for it is not known'
    WHEN o.kind IS NULL THEN 'what it is could not be told'
  END AS unknown,
  o.input
FROM disclosure AS o
WHERE o.basis IN ('observed', 'tool')
  AND coalesce(o.before_login, 1) = 1
  AND NOT EXISTS (
    SELECT 1
    FROM disclosure AS d
    WHERE d.basis IN ('declared', 'documented')
      AND d.kind = o.kind COLLATE NOCASE
  )
