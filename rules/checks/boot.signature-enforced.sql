-- check:   boot.signature-enforced
-- asks:    Is every stage of the start signed, and is that enforced?
-- topic:   integrity
-- needs:   signatures
-- by:      observed-firmware
-- finding: {what} {flaw}
-- fix:     Verify every stage from a key in hardware before it runs.
-- risk:    fuses decide; an image alone cannot prove secure boot
SELECT
  0 AS entity,
  t.value AS what,
  CASE
    WHEN s.target IS NULL THEN 'no signature was found in the image'
    WHEN s.valid = 0 THEN NULL
    WHEN s.enforced IS NULL THEN 'signed, but whether the device insists on it cannot be seen in the image'
  END AS unknown,
  s.input,
  s.at,
  CASE WHEN s.valid = 0 THEN 'carries a signature that does not fit' ELSE 'is signed, but the device starts it without a check' END AS flaw
FROM json_each('["bootloader", "kernel", "rootfs"]') AS t
LEFT JOIN signature AS s ON s.target = t.value
WHERE s.target IS NULL
   OR coalesce(s.enforced, 0) = 0
   OR s.valid = 0
