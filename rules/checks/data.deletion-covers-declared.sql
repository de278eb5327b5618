-- check:   data.deletion-covers-declared
-- asks:    Can the user delete everything personal that the device keeps?
-- topic:   deletion
-- needs:   ixit.21&ixit.25
-- rests:   ixit.25
-- by:      declared
-- over:    SELECT e.id FROM declared AS e JOIN data AS x ON x.entity = e.id WHERE e.kind = 'data' AND coalesce(x.on_device, 1) = 1 AND coalesce(x.class, 'personal') IN ('personal', 'sensitive', 'user')
-- empty:   unknown
-- finding: no way to delete covers {what}
-- fix:     Let a deletion function erase it, on the device and in the app.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN EXISTS (
      SELECT 1
      FROM declared AS d
      WHERE d.kind = 'deletion'
        AND NOT EXISTS (SELECT 1 FROM relation AS r WHERE r.verb = 'deletes' AND r.subject = d.id)
    ) THEN 'not stated: what each way to delete covers'
    WHEN x.class IS NULL THEN 'not stated: whether it is personal'
    WHEN x.on_device IS NULL THEN 'not stated: whether the device keeps it'
  END AS unknown
FROM declared AS e
JOIN data AS x ON x.entity = e.id
WHERE e.kind = 'data'
  AND coalesce(x.on_device, 1) = 1
  AND coalesce(x.class, 'personal') IN ('personal', 'sensitive', 'user')
  AND NOT EXISTS (SELECT 1 FROM relation AS r WHERE r.verb = 'deletes' AND r.object = e.id)
