-- check:   evidence.image-read
-- asks:    Was the whole image read?
-- topic:   process
-- needs:   regions
-- by:      observed-firmware
-- over:    SELECT id FROM region
-- empty:   unknown
-- finding: {what} could not be read at all: every reader gave up
-- fix:     Bring the image in a form that can be read (not encrypted), or its key.
-- risk:    padding with random bytes looks encrypted; a machine with too little memory or time leaves it open, and says so
SELECT
  0 AS entity,
  g.size || ' bytes at offset ' || g.at AS what,
  'not read: ' || CASE coalesce(g.readable, 'unknown')
    WHEN 'encrypted' THEN 'looks encrypted or compressed in an unknown way'
    WHEN 'part' THEN 'only a part could be read'
    ELSE 'no known format'
  END AS unknown,
  g.input,
  g.id AS region,
  g.at
FROM region AS g
WHERE coalesce(g.readable, 'unknown') NOT IN ('yes', 'empty')
UNION ALL
SELECT
  0 AS entity,
  coalesce(i.name, 'an input') AS what,
  (SELECT 'nothing was found out about it: ' || coalesce(r.reason, 'the machine could not read it') FROM run AS r
    WHERE r.input = i.id AND r.outcome IN ('machine', 'changed') LIMIT 1) AS unknown,
  i.id AS input,
  NULL AS region,
  NULL AS at
FROM input AS i
WHERE i.kind = 'image'
  AND i.size > 0
  AND EXISTS (SELECT 1 FROM run AS r WHERE r.input = i.id)
  AND NOT EXISTS (SELECT 1 FROM run AS r WHERE r.input = i.id AND r.outcome IN ('done', 'cut'))
