-- check:   update.notify-optional-declared
-- asks:    Can the user switch update notices?
-- topic:   updates
-- needs:   ixit.7
-- by:      declared
-- over:    SELECT e.id FROM declared AS e JOIN update_mechanism AS x ON x.entity = e.id WHERE e.kind = 'update-mechanism' AND coalesce(x.notifies = 1, 1) = 1
-- empty:   unknown
-- finding: {what}: update notices cannot be switched
-- fix:     Offer a switch or a delay.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN (x.notifies = 1) IS NULL THEN 'not stated: whether the user is told of updates'
    WHEN x.notify_optional IS NULL THEN 'not stated: whether notices can be switched'
  END AS unknown
FROM declared AS e
JOIN update_mechanism AS x ON x.entity = e.id
WHERE e.kind = 'update-mechanism'
  AND coalesce(x.notifies = 1, 1) = 1
  AND ((x.notifies = 1) IS NULL
    OR x.notify_optional IS NULL
    OR x.notify_optional = 0)
