-- check:   privilege.no-stray-setuid
-- asks:    Do only the known few programs run with the rights of their owner?
-- topic:   access-control
-- needs:   files
-- by:      observed-firmware
-- over:    SELECT id FROM file WHERE type = 'file' AND mode IS NOT NULL
-- empty:   unknown
-- finding: {what} runs with the rights of root for every user
-- fix:     Remove the set-user-ID bit, or the program.
-- risk:    where every program runs as root, the bit changes nothing
SELECT
  0 AS entity,
  f.path AS what,
  CASE
    WHEN f.name = 'busybox' THEN 'busybox drops these rights for most of its functions'
  END AS unknown,
  f.input,
  f.id AS file
FROM file AS f
WHERE f.type = 'file'
  AND (f.mode IS NULL OR f.mode & 2050) -- of the index file_rights
  AND f.mode & 2048
  AND coalesce(f.uid, 0) = 0
  AND f.name NOT IN (SELECT value FROM json_each(:known_setuid))
UNION ALL
SELECT
  0 AS entity,
  count(*) || ' files' AS what,
  'their access rights could not be read' AS unknown,
  min(f.input) AS input,
  min(f.id) AS file
FROM file AS f
WHERE f.type = 'file'
  AND (f.mode IS NULL OR f.mode & 2050)
  AND f.mode IS NULL
HAVING count(*) > 0
UNION ALL
-- A capability gives a part of what root may, to every user who starts the program.
SELECT
  0 AS entity,
  f.path || coalesce(' (' || s.value || ')', '') AS what,
  CASE
    WHEN s.value IS NULL OR s.value LIKE 'unknown:%' THEN 'it has capabilities of a form that is not known'
  END AS unknown,
  f.input,
  f.id AS file
FROM setting AS s
  JOIN file AS f ON f.id = s.file
WHERE s.domain = 'file'
  AND s.key = 'capabilities'
  AND (s.value IS NULL OR s.value LIKE '%=p%' OR s.value LIKE '%=ep%' OR s.value LIKE '%=ip%' OR s.value LIKE '%=eip%' OR s.value LIKE 'unknown:%')
  AND f.name NOT IN (SELECT value FROM json_each(:known_setuid))
