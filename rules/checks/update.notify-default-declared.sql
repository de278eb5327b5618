-- check:   update.notify-default-declared
-- asks:    Are update notices on from the start?
-- topic:   updates
-- needs:   ixit.7
-- by:      declared
-- over:    SELECT e.id FROM declared AS e JOIN update_mechanism AS x ON x.entity = e.id WHERE e.kind = 'update-mechanism' AND coalesce(x.notifies = 1, 1) = 1
-- empty:   unknown
-- finding: {what}: update notices are off until the user switches them on
-- fix:     Ship with notices on.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN (x.notifies = 1) IS NULL THEN 'not stated: whether the user is told of updates'
    WHEN x.notify_default IS NULL THEN 'not stated: whether notices are on from the start'
  END AS unknown
FROM declared AS e
JOIN update_mechanism AS x ON x.entity = e.id
WHERE e.kind = 'update-mechanism'
  AND coalesce(x.notifies = 1, 1) = 1
  AND ((x.notifies = 1) IS NULL
    OR x.notify_default IS NULL
    OR x.notify_default = 0)
