-- check:   update.says-why-declared
-- asks:    Does the notice name the risk that the update removes?
-- topic:   updates
-- needs:   ixit.7
-- by:      declared
-- over:    SELECT e.id FROM declared AS e JOIN update_mechanism AS x ON x.entity = e.id WHERE e.kind = 'update-mechanism'
-- empty:   unknown
-- finding: {what}: the notice does not name the risk that the update removes
-- fix:     Say in the notice what the update fixes and how urgent it is.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN x.says_why IS NULL THEN 'not stated: whether the notice names the risk'
  END AS unknown
FROM declared AS e
JOIN update_mechanism AS x ON x.entity = e.id
WHERE e.kind = 'update-mechanism'
  AND (x.says_why IS NULL
    OR x.says_why = 0)
