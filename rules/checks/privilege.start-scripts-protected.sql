-- check:   privilege.start-scripts-protected
-- asks:    Can only root change what is run at start?
-- topic:   access-control
-- needs:   start&files
-- by:      observed-firmware
-- over:    SELECT rowid FROM start WHERE coalesce(enabled, 1) = 1
-- empty:   unknown
-- finding: {what} is run at start and every user can change it (mode {mode})
-- fix:     Take the right to write away from others.
-- risk:    file systems that can only be read
SELECT
  DISTINCT coalesce(s.service, 0) AS entity,
  f.path AS what,
  CASE
    WHEN f.mode IS NULL THEN 'its access rights could not be read'
    WHEN EXISTS (SELECT 1 FROM region AS r WHERE r.id = f.region AND r.kind IN ('squashfs', 'cramfs', 'romfs', 'erofs'))
      THEN 'the file system can only be read, unless something is laid over it'
  END AS unknown,
  f.input,
  f.id AS file,
  printf('%04o', f.mode & 4095) AS mode
FROM start AS s
JOIN file AS f ON f.id IN (s.file, s.binary)
WHERE coalesce(s.enabled, 1) = 1
  AND f.type = 'file'
  AND (f.mode IS NULL OR f.mode & 2)
