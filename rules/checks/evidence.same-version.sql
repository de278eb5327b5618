-- check:   evidence.same-version
-- asks:    Do all observations show the same software version?
-- topic:   process
-- needs:   inputs
-- by:      observed-firmware
-- over:    SELECT id FROM input
-- empty:   unknown
-- finding: the observations are of different software versions: {what}
-- fix:     Take all evidence from one version.
-- risk:    version texts can be written in different ways
SELECT
  0 AS entity,
  group_concat(v.version, ', ') AS what,
  NULL AS unknown
FROM (
  SELECT DISTINCT version
  FROM input
  WHERE part = 'device'
    AND version IS NOT NULL
  ORDER BY version
) AS v
HAVING count(*) > 1
UNION ALL
SELECT
  0 AS entity,
  coalesce(i.name, i.kind) AS what,
  'its software version is not known' AS unknown
FROM input AS i
WHERE i.part = 'device'
  AND i.version IS NULL
  AND i.kind IN ('image', 'capture', 'device')
  AND (SELECT count(*) FROM input AS o WHERE o.part = 'device' AND o.kind IN ('image', 'capture', 'device')) > 1
