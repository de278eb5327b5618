-- check:   kernel.no-debug
-- asks:    Is the kernel built without doors into its memory?
-- topic:   attack-surface
-- needs:   kernel
-- by:      observed-firmware
-- over:    SELECT rowid FROM setting WHERE domain = 'kernel'
-- empty:   unknown
-- finding: the kernel is built with {what}, which opens its memory or lets another kernel be started
-- fix:     Switch the option off and build the kernel again.
-- risk:    some board support needs /dev/mem
SELECT
  0 AS entity,
  s.key AS what,
  CASE
    WHEN s.value IS NULL THEN 'its value could not be read'
    WHEN s.key = 'CONFIG_DEVMEM' AND EXISTS (SELECT 1 FROM setting AS m WHERE m.domain = 'kernel' AND m.key = 'CONFIG_STRICT_DEVMEM' AND m.value = 'y')
      THEN 'limited by CONFIG_STRICT_DEVMEM'
  END AS unknown,
  s.input,
  s.file,
  s.at,
  s.line
FROM setting AS s
WHERE s.domain = 'kernel'
  AND s.key IN (SELECT value FROM json_each(:kernel_off))
  AND coalesce(s.value, 'y') IN ('y', 'm')
