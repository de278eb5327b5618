-- check:   binaries.all-hardened
-- asks:    Are all programs and libraries built with the usual defences (no-execute memory, read-only relocations)?
-- topic:   integrity
-- needs:   binaries
-- by:      observed-firmware
-- over:    SELECT file FROM binary
-- empty:   unknown
-- finding: {what} is built without {lacks}
-- fix:     Set the flags for the whole build, not only for the servers.
-- risk:    old compilers and some architectures know no such marks
SELECT
  0 AS entity,
  f.path AS what,
  CASE
    WHEN b.nx = 0 OR b.relro = 'none' THEN NULL
    ELSE coalesce(b.why, 'its defences could not be determined')
  END AS unknown,
  f.input,
  f.id AS file,
  CASE
    WHEN b.nx = 0 AND b.relro = 'none' THEN 'no-execute memory and read-only relocations'
    WHEN b.nx = 0 THEN 'no-execute memory'
    ELSE 'read-only relocations'
  END AS lacks
FROM binary AS b
CROSS JOIN file AS f ON f.id = b.file
WHERE coalesce(b.kind, 'program') IN ('program', 'library', 'executable', 'shared', 'pie')
  AND (b.nx IS NULL OR b.nx = 0 OR b.relro IS NULL OR b.relro = 'none')
