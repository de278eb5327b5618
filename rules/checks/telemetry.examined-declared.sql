-- check:   telemetry.examined-declared
-- asks:    Is telemetry examined for signs of an attack?
-- topic:   monitoring
-- needs:   ixit.24
-- rests:   ixit.24
-- by:      declared
-- over:    SELECT id FROM declared WHERE kind = 'telemetry'
-- empty:   unknown
-- finding: no telemetry is examined for signs of an attack
-- fix:     Look at failed logins, restarts and unusual traffic in what is collected anyway.
-- risk:    the maker's word; whether it is done is for a person to judge
SELECT
  0 AS entity,
  'telemetry' AS what,
  CASE
    WHEN max(coalesce(trim(f.value), '') = '') THEN 'not stated: whether and how it is examined'
  END AS unknown
FROM declared AS e
LEFT JOIN field AS f ON f.entity = e.id AND f.name = 'Security Examination'
WHERE e.kind = 'telemetry'
HAVING count(*) > 0
   AND max(lower(trim(coalesce(f.value, ''), ' .-')) NOT IN ('', 'no', 'none', 'n/a', 'not done', 'not examined')) = 0
