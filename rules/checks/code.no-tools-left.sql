-- check:   code.no-tools-left
-- asks:    Is the image free of compilers, debuggers, sniffers and test tools?
-- topic:   attack-surface
-- needs:   files
-- by:      observed-firmware
-- over:    SELECT id FROM file WHERE type = 'file'
-- empty:   unknown
-- finding: {what} is a {kind} that was left in the image
-- fix:     Take it out of the shipped image.
-- risk:    a tool may be part of what the product does
SELECT
  0 AS entity,
  f.path AS what,
  CASE
    WHEN f.type = 'link' AND f.target LIKE '%busybox%' THEN 'a function of busybox, not a program of its own'
    WHEN f.mode IS NULL THEN 'it is not known whether it can be run'
  END AS unknown,
  f.input,
  f.id AS file,
  r.kind
FROM file AS f
CROSS JOIN ref_builder AS r ON r.program = f.name
WHERE f.name IN (SELECT CAST(b.program AS TEXT) FROM ref_builder AS b) -- by the index of names
  AND f.type IN ('file', 'link')
  AND (f.mode IS NULL OR f.mode & 73)
