-- check:   sensors.documented
-- asks:    Are the sensors explained to users?
-- topic:   personal-data
-- needs:   document.manual
-- rests:   document.manual
-- by:      documented
-- finding: the user documents do not explain the sensors
-- fix:     Name every sensor, what it senses and when it is on.
-- risk:    the words were found; whether they say enough is not judged
SELECT
  0 AS entity,
  'sensor' AS what,
  NULL AS unknown
WHERE NOT EXISTS (
  SELECT 1
  FROM statement AS s
  JOIN document AS d ON d.id = s.document
  WHERE s.kind = 'sensor'
    AND coalesce(d.status, 200) = 200
)
