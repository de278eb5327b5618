-- check:   data.purpose-declared
-- asks:    Is it said for each piece of data what it is for?
-- topic:   personal-data
-- needs:   ixit.21
-- by:      declared
-- over:    SELECT e.id FROM declared AS e JOIN data AS x ON x.entity = e.id WHERE e.kind = 'data'
-- empty:   unknown
-- finding: {what}: the product file does not say what it is for
-- fix:     State the purpose of each data item, or stop processing it.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN x.purpose IS NULL THEN 'not stated: what the data is used for'
  END AS unknown
FROM declared AS e
JOIN data AS x ON x.entity = e.id
WHERE e.kind = 'data'
  AND (x.purpose IS NULL
    OR trim(x.purpose) = '')
