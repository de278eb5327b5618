-- check:   identity.unique
-- asks:    Does each unit have an identity of its own?
-- topic:   identity
-- needs:   samples
-- by:      observed-device
-- over:    SELECT DISTINCT unit FROM input WHERE unit IS NOT NULL
-- empty:   unknown
-- finding: the units {units} show the same identity "{what}"
-- fix:     Give each unit a serial number or device certificate of its own in the factory.
-- risk:    a number that is shown need not be the one that is used
SELECT
  0 AS entity,
  d.value AS what,
  NULL AS unknown,
  min(i.id) AS input,
  group_concat(DISTINCT i.unit) AS units
FROM input AS i
JOIN disclosure AS d ON d.input = i.id AND d.kind = 'serial' AND d.basis IN ('observed', 'tool')
WHERE i.unit IS NOT NULL
  AND trim(coalesce(d.value, '')) <> ''
GROUP BY d.value
HAVING count(DISTINCT i.unit) > 1
UNION ALL
SELECT
  0 AS entity,
  'unit ' || i.unit AS what,
  CASE
    WHEN (SELECT count(DISTINCT unit) FROM input) < 2 THEN 'one unit alone tells nothing'
    ELSE 'no identity was read from it'
  END AS unknown,
  min(i.id) AS input,
  i.unit AS units
FROM input AS i
LEFT JOIN disclosure AS d ON d.input = i.id AND d.kind = 'serial' AND d.basis IN ('observed', 'tool') AND trim(coalesce(d.value, '')) <> ''
WHERE i.unit IS NOT NULL
GROUP BY i.unit
HAVING count(d.value) = 0
    OR (SELECT count(DISTINCT unit) FROM input) < 2
