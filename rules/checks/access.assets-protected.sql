-- check:   access.assets-protected
-- asks:    Does access control guard every asset that can be reached?
-- topic:   access-control
-- needs:   assets
-- by:      declared
-- over:    SELECT id FROM declared WHERE kind = 'asset'
-- empty:   unknown
-- finding: {what} can be reached and nothing controls the access
-- fix:     Put access control before it, or make it unreachable.
SELECT
  d.id AS entity,
  d.name AS what,
  CASE
    WHEN a.reachable IS NULL THEN 'it is not said whether it can be reached'
    WHEN EXISTS (
      SELECT 1
      FROM declared AS m
      WHERE m.kind = 'auth-mechanism'
        AND NOT EXISTS (SELECT 1 FROM relation AS r WHERE r.verb = 'authenticates' AND r.subject = m.id)
        AND NOT EXISTS (SELECT 1 FROM relation AS r WHERE r.verb = 'protected-by' AND r.object = m.id)
    ) THEN 'not stated: what each login protects'
  END AS unknown
FROM declared AS d
JOIN asset AS a ON a.entity = d.id
WHERE coalesce(a.reachable, 1) = 1
  AND NOT EXISTS (SELECT 1 FROM relation AS r WHERE r.verb = 'protected-by' AND r.subject = d.id)
  AND NOT EXISTS (SELECT 1 FROM relation AS r WHERE r.verb = 'authenticates' AND r.object = d.id)
