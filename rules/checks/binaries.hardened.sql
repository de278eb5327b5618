-- check:   binaries.hardened
-- asks:    Are listening programs built with the usual defences?
-- topic:   integrity
-- needs:   binaries
-- by:      observed-firmware
-- over:    SELECT file FROM binary WHERE coalesce(listens, 1) = 1
-- empty:   unknown
-- finding: {what} listens on the network and is built without {lacks}
-- fix:     Build with -fstack-protector-strong -fPIE -pie -Wl,-z,relro,-z,now.
-- risk:    a canary is missing where no buffer is on the stack; static and Go programs differ
SELECT
  0 AS entity,
  f.path AS what,
  CASE
    WHEN b.nx = 0 OR b.pie = 0 OR b.canary = 0 OR b.relro = 'none' THEN
      CASE WHEN b.listens IS NULL THEN 'it is not known whether it listens' END
    ELSE coalesce(b.why, 'some defences could not be determined')
  END AS unknown,
  f.input,
  f.id AS file,
  substr(
    CASE WHEN b.nx = 0 THEN ', no-execute memory' ELSE '' END
    || CASE WHEN b.pie = 0 THEN ', position independence' ELSE '' END
    || CASE WHEN b.canary = 0 THEN ', stack canary' ELSE '' END
    || CASE WHEN b.relro = 'none' THEN ', read-only relocations' ELSE '' END,
    3
  ) AS lacks
FROM binary AS b
CROSS JOIN file AS f ON f.id = b.file
WHERE coalesce(b.listens, 1) = 1
  AND (
    b.nx = 0 OR b.pie = 0 OR b.canary = 0 OR b.relro = 'none'
    OR coalesce(b.kind, 'program') = 'program' AND b.listens IS NULL AND b.nx IS NULL AND b.pie IS NULL AND b.canary IS NULL AND b.relro IS NULL
    OR b.listens = 1 AND (b.nx IS NULL OR b.pie IS NULL OR b.canary IS NULL OR b.relro IS NULL)
  )
