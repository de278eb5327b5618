-- check:   data.withdrawal-declared
-- asks:    Can consent be taken back at any time?
-- topic:   personal-data
-- needs:   ixit.21
-- by:      declared
-- over:    SELECT e.id FROM declared AS e JOIN data AS x ON x.entity = e.id WHERE e.kind = 'data' AND coalesce(x.consent = 1, 1) = 1
-- empty:   unknown
-- finding: {what}: consent cannot be taken back
-- fix:     Let the user take consent back as easily as it was given.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN (x.consent = 1) IS NULL THEN 'not stated: whether it is processed on consent'
    WHEN x.withdrawable IS NULL THEN 'not stated: whether consent can be taken back'
  END AS unknown
FROM declared AS e
JOIN data AS x ON x.entity = e.id
WHERE e.kind = 'data'
  AND coalesce(x.consent = 1, 1) = 1
  AND ((x.consent = 1) IS NULL
    OR x.withdrawable IS NULL
    OR x.withdrawable = 0)
