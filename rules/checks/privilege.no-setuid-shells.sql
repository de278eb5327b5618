-- check:   privilege.no-setuid-shells
-- asks:    Do shells and interpreters run only with the rights of whoever starts them?
-- topic:   access-control
-- needs:   files
-- by:      observed-firmware
-- over:    SELECT id FROM file WHERE type = 'file' AND mode IS NOT NULL
-- empty:   unknown
-- finding: {what} gives every user a shell with the rights of root
-- fix:     Remove the set-user-ID bit.
-- risk:    where every program runs as root, the bit changes nothing
SELECT
  0 AS entity,
  f.path AS what,
  CASE
    WHEN f.mode IS NULL THEN 'its access rights could not be read'
    WHEN f.name = 'busybox' THEN 'busybox drops these rights for its shell, unless it was built otherwise'
  END AS unknown,
  f.input,
  f.id AS file
FROM file AS f
WHERE f.type = 'file'
  AND (f.mode IS NULL OR f.mode & 2050) -- of the index file_rights
  AND (f.mode IS NULL OR f.mode & 2048)
  AND (
    f.name IN (SELECT value FROM json_each(:shells))
    OR f.name LIKE 'python%'
    OR f.name LIKE 'perl%'
    OR f.name IN ('lua', 'php', 'vi', 'vim', 'awk', 'gawk', 'find', 'env', 'node')
  )
UNION ALL
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
  AND (
    f.name IN (SELECT value FROM json_each(:shells))
    OR f.name LIKE 'python%'
    OR f.name LIKE 'perl%'
    OR f.name IN ('lua', 'php', 'vi', 'vim', 'awk', 'gawk', 'find', 'env', 'node')
  )
