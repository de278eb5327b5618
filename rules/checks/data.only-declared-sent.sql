-- check:   data.only-declared-sent
-- asks:    Is only such personal data sent as is declared?
-- topic:   personal-data
-- needs:   flows&payload&ixit.21
-- rests:   ixit.21
-- by:      observed-network
-- over:    SELECT id FROM flow
-- empty:   unknown
-- finding: {what} was seen on the network, and is not in the product file
-- fix:     List it with its purpose in the product file, or do not collect it.
-- risk:    names must be the same in the capture's findings and in the declaration
SELECT
  0 AS entity,
  coalesce(x.name, 'personal data') AS what,
  CASE WHEN x.name IS NULL THEN 'it could not be told what it is' END AS unknown,
  x.input,
  x.at
FROM exposure AS x
WHERE x.kind = 'personal'
  AND NOT EXISTS (
    SELECT 1
    FROM declared AS e
    WHERE e.kind IN ('data', 'telemetry')
      AND e.name = x.name COLLATE NOCASE
  )
UNION ALL
SELECT
  0 AS entity,
  count(*) || ' encrypted conversations' AS what,
  'not tried' AS unknown,
  min(f.input) AS input,
  NULL AS at
FROM flow AS f
WHERE coalesce(f.encrypted, 1) = 1
HAVING count(*) > 0
