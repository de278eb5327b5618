-- check:   privilege.no-world-writable
-- asks:    Can only their owner change system files?
-- topic:   access-control
-- needs:   files
-- by:      observed-firmware
-- over:    SELECT id FROM file WHERE type = 'file' AND mode IS NOT NULL
-- empty:   unknown
-- finding: every user can change {what} (mode {mode})
-- fix:     Take the right to write away from others.
-- risk:    file systems that can only be read; images made without regard to rights
SELECT
  0 AS entity,
  f.path AS what,
  CASE
    WHEN f.mode IS NULL THEN 'its access rights could not be read'
    WHEN EXISTS (SELECT 1 FROM region AS r WHERE r.id = f.region AND r.kind IN ('squashfs', 'cramfs', 'romfs', 'erofs'))
      THEN 'the file system can only be read, unless something is laid over it'
  END AS unknown,
  f.input,
  f.id AS file,
  printf('%04o', f.mode & 4095) AS mode
FROM file AS f
WHERE f.type = 'file'
  AND (f.mode IS NULL OR f.mode & 2050) -- of the index file_rights
  AND (f.mode IS NULL OR f.mode & 2)
  AND (f.path LIKE '%/bin/%' OR f.path LIKE '%/sbin/%' OR f.path LIKE '%/etc/%' OR f.path LIKE '%/lib/%' OR f.path LIKE 'bin/%'
    OR f.path LIKE 'sbin/%' OR f.path LIKE 'etc/%' OR f.path LIKE 'lib/%')
