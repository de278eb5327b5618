-- check:   telemetry.documented
-- asks:    Are users told of every kind of data on use, and what it is for?
-- topic:   personal-data
-- needs:   document.privacy&ixit.24
-- rests:   document.privacy
-- by:      documented
-- over:    SELECT id FROM declared WHERE kind = 'telemetry'
-- empty:   unknown
-- finding: the privacy notice does not tell of {what}
-- fix:     Tell what is collected about the use of the product, why, and by whom.
-- risk:    names must be the same in the notice and in the declaration
SELECT
  e.id AS entity,
  e.name AS what,
  NULL AS unknown
FROM declared AS e
WHERE e.kind = 'telemetry'
  AND NOT EXISTS (
    SELECT 1
    FROM statement AS s
    JOIN document AS d ON d.id = s.document
    WHERE s.kind = 'telemetry'
      AND s.subject = e.name COLLATE NOCASE
      AND coalesce(d.status, 200) = 200
  )
