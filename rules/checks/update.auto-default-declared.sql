-- check:   update.auto-default-declared
-- asks:    Are automatic updates on from the start?
-- topic:   updates
-- needs:   ixit.7
-- by:      declared
-- over:    SELECT e.id FROM declared AS e JOIN update_mechanism AS x ON x.entity = e.id WHERE e.kind = 'update-mechanism' AND coalesce(x.automatic = 1, 1) = 1
-- empty:   unknown
-- finding: {what}: automatic updates are off until the user switches them on
-- fix:     Ship with automatic updates on.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN (x.automatic = 1) IS NULL THEN 'not stated: whether updates are automatic'
    WHEN x.auto_default IS NULL THEN 'not stated: whether automatic updates are on from the start'
  END AS unknown
FROM declared AS e
JOIN update_mechanism AS x ON x.entity = e.id
WHERE e.kind = 'update-mechanism'
  AND coalesce(x.automatic = 1, 1) = 1
  AND ((x.automatic = 1) IS NULL
    OR x.auto_default IS NULL
    OR x.auto_default = 0)
