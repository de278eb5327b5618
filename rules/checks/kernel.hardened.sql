-- check:   kernel.hardened
-- asks:    Is the kernel built with its defences?
-- topic:   integrity
-- needs:   kernel
-- by:      observed-firmware
-- finding: the kernel is built without {what}
-- fix:     Switch the option on and build the kernel again; take a kernel that knows it.
-- risk:    names of options change between versions
SELECT
  0 AS entity,
  k.value AS what,
  CASE
    WHEN s.value IS NULL AND NOT EXISTS (SELECT 1 FROM setting AS c WHERE c.domain = 'kernel') THEN 'the configuration of the kernel is not in the image'
    WHEN s.value IS NULL AND k.value <> 'CONFIG_SECCOMP' THEN 'the option is not named; the kernel may be too old to know it'
  END AS unknown,
  s.input,
  s.file,
  s.at,
  s.line
FROM json_each(:kernel_on) AS k
LEFT JOIN setting AS s ON s.domain = 'kernel' AND s.key = k.value
WHERE coalesce(s.value, 'n') <> 'y'
