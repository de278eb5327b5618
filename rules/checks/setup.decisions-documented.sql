-- check:   setup.decisions-documented
-- asks:    Does the set-up guide explain every decision that touches security?
-- topic:   papers
-- needs:   document.manual&ixit.26
-- rests:   document.manual
-- by:      documented
-- over:    SELECT id FROM declared WHERE kind = 'decision'
-- empty:   unknown
-- finding: the manual does not explain the decision "{what}"
-- fix:     Say for each decision what it does and which choice is the safe one.
-- risk:    names must be the same in the manual and in the declaration
SELECT
  e.id AS entity,
  e.name AS what,
  NULL AS unknown
FROM declared AS e
WHERE e.kind = 'decision'
  AND NOT EXISTS (
    SELECT 1
    FROM statement AS s
    JOIN document AS d ON d.id = s.document
    WHERE s.kind = 'decision'
      AND s.subject = e.name COLLATE NOCASE
      AND coalesce(d.status, 200) = 200
  )
