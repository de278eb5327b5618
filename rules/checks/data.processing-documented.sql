-- check:   data.processing-documented
-- asks:    Is every kind of personal data told, with its use, purpose and who processes it?
-- topic:   personal-data
-- needs:   document.privacy&ixit.21
-- rests:   document.privacy
-- by:      documented
-- over:    SELECT e.id FROM declared AS e JOIN data AS x ON x.entity = e.id WHERE e.kind = 'data' AND coalesce(x.class, 'personal') IN ('personal', 'sensitive')
-- empty:   unknown
-- finding: the privacy notice does not tell of {what}
-- fix:     Tell for each kind of data what is collected, why, by whom and for how long.
-- risk:    names must be the same in the notice and in the declaration; whether the words are clear is for a person
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN x.class IS NULL THEN 'not stated: whether it is personal'
  END AS unknown
FROM declared AS e
JOIN data AS x ON x.entity = e.id
WHERE e.kind = 'data'
  AND coalesce(x.class, 'personal') IN ('personal', 'sensitive')
  AND NOT EXISTS (
    SELECT 1
    FROM statement AS s
    JOIN document AS d ON d.id = s.document
    WHERE s.kind = 'processing'
      AND s.subject = e.name COLLATE NOCASE
      AND coalesce(d.status, 200) = 200
  )
