-- check:   data.retention-declared
-- asks:    Is a storage time set for personal data?
-- topic:   personal-data
-- needs:   ixit.21
-- by:      declared
-- over:    SELECT e.id FROM declared AS e JOIN data AS x ON x.entity = e.id WHERE e.kind = 'data' AND coalesce(x.class IN ('personal', 'sensitive'), 1) = 1
-- empty:   unknown
-- finding: {what} is kept without an end
-- fix:     Set a storage time for each item, and erase it after that.
-- risk:    the maker's word; it says nothing of the device itself; a negative number of days stands for no end
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN (x.class IN ('personal', 'sensitive')) IS NULL THEN 'not stated: whether it is personal'
    WHEN x.keep_days IS NULL THEN 'not stated: how long it is kept'
  END AS unknown
FROM declared AS e
JOIN data AS x ON x.entity = e.id
WHERE e.kind = 'data'
  AND coalesce(x.class IN ('personal', 'sensitive'), 1) = 1
  AND ((x.class IN ('personal', 'sensitive')) IS NULL
    OR x.keep_days IS NULL
    OR x.keep_days < 0)
