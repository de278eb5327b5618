-- check:   memory.protected-declared
-- asks:    Is access to memory controlled by hardware?
-- topic:   attack-surface
-- needs:   ixit.18
-- rests:   ixit.18
-- by:      declared
-- finding: the product file names no control of access to memory
-- fix:     Use the memory management or protection unit of the processor, and list it in the product file (memory_controls).
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  coalesce(e.id, 0) AS entity,
  coalesce(e.name, 'memory') AS what,
  CASE
    WHEN e.id IS NOT NULL THEN 'not stated: how memory is protected'
  END AS unknown
FROM (SELECT 'memory-control' AS kind) AS wanted
LEFT JOIN declared AS e ON e.kind = wanted.kind
WHERE NOT EXISTS (
  SELECT 1
  FROM declared AS m
  JOIN field AS f ON f.entity = m.id
  WHERE m.kind = 'memory-control'
    AND f.name = 'Description'
    AND lower(trim(f.value, ' .')) NOT IN ('', '-', 'no', 'none', 'n/a', 'not applicable', 'tbd', 'todo', 'open')
)
