-- check:   code.no-debug-symbols
-- asks:    Are the programs stripped of debug symbols?
-- topic:   attack-surface
-- needs:   binaries
-- by:      observed-firmware
-- over:    SELECT file FROM binary
-- empty:   unknown
-- finding: {what} still has its symbols
-- fix:     Strip programs before they go into the image; keep the symbols in your company.
-- risk:    kernel modules need symbols; symbols help an attacker only to read
SELECT
  0 AS entity,
  f.path AS what,
  CASE
    WHEN b.stripped IS NULL THEN coalesce(b.why, 'it could not be told whether it is stripped')
  END AS unknown,
  f.input,
  f.id AS file
FROM binary AS b
CROSS JOIN file AS f ON f.id = b.file
WHERE coalesce(b.stripped, 0) = 0
  AND f.name NOT LIKE '%.ko'
  AND coalesce(b.kind, '') NOT IN ('module', 'object')
