-- check:   update.notifies-declared
-- asks:    Is the user told that a security update is there?
-- topic:   updates
-- needs:   ixit.7
-- by:      declared
-- over:    SELECT e.id FROM declared AS e JOIN update_mechanism AS x ON x.entity = e.id WHERE e.kind = 'update-mechanism'
-- empty:   unknown
-- finding: {what}: the user is not told that a security update is there
-- fix:     Tell the user in the app, on the device or by mail.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN x.notifies IS NULL THEN 'not stated: whether the user is told of updates'
  END AS unknown
FROM declared AS e
JOIN update_mechanism AS x ON x.entity = e.id
WHERE e.kind = 'update-mechanism'
  AND (x.notifies IS NULL
    OR x.notifies = 0)
