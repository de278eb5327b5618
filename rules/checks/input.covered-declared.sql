-- check:   input.covered-declared
-- asks:    Is all input checked, at every way in?
-- topic:   input
-- needs:   ixit.11&ixit.27&ixit.28&ixit.29
-- rests:   ixit.29
-- by:      declared
-- over:    SELECT id FROM declared WHERE kind IN ('user-interface', 'api', 'channel')
-- empty:   unknown
-- finding: nothing validates what comes in by {what}
-- fix:     Check type, length and range of whatever comes from outside before it is used.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN EXISTS (
      SELECT 1
      FROM declared AS v
      WHERE v.kind = 'validation'
        AND NOT EXISTS (SELECT 1 FROM relation AS r WHERE r.verb = 'validates' AND r.subject = v.id)
    ) THEN 'not stated: what each way to validate covers'
    WHEN x.takes_input IS NULL AND e.kind = 'api' THEN 'not stated: whether it takes input'
  END AS unknown
FROM declared AS e
LEFT JOIN interface AS x ON x.entity = e.id
WHERE e.kind IN ('user-interface', 'api', 'channel')
  AND coalesce(x.takes_input, 1) = 1
  AND NOT EXISTS (SELECT 1 FROM relation AS r WHERE r.verb = 'validates' AND r.object = e.id)
