-- check:   kernel.modules-signed
-- asks:    Does the kernel load only signed modules, or none at all?
-- topic:   integrity
-- needs:   kernel
-- rests:   kernel
-- by:      observed-firmware
-- finding: the kernel loads {what} that nobody signed
-- fix:     Set CONFIG_MODULE_SIG_FORCE, or build without modules.
-- risk:    a boot option can force signatures, too
SELECT
  0 AS entity,
  'modules' AS what,
  CASE
    WHEN NOT EXISTS (SELECT 1 FROM setting WHERE domain = 'kernel') THEN 'the configuration of the kernel is not in the image'
  END AS unknown
WHERE NOT EXISTS (
  SELECT 1
  FROM setting
  WHERE domain = 'kernel'
    AND (key = 'CONFIG_MODULE_SIG_FORCE' AND value = 'y' OR key = 'CONFIG_MODULES' AND value = 'n')
)
