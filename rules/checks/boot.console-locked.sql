-- check:   boot.console-locked
-- asks:    Is the boot loader closed to whoever is at the console?
-- topic:   integrity
-- needs:   settings
-- by:      observed-firmware
-- over:    SELECT rowid FROM setting WHERE domain = 'uboot'
-- empty:   unknown
-- finding: whoever is at the console can stop the boot loader and change what is started ({what})
-- fix:     Set bootdelay to -2, or build the boot loader without a console, or let it ask for a password of each unit's own.
-- risk:    the environment on the device can differ from the one in the image
SELECT
  0 AS entity,
  s.key || ' = ' || coalesce(s.value, '?') AS what,
  CASE
    WHEN s.value IS NULL THEN 'its value could not be read'
    WHEN CAST(s.value AS INTEGER) = 0 THEN 'some boot loaders can still be stopped by a key that is held down'
    WHEN EXISTS (
      SELECT 1
      FROM setting AS p
      WHERE p.domain = 'uboot'
        AND p.input = s.input
        AND p.key IN ('bootstopkeysha256', 'bootstopkeycrypt', 'autoboot_stop_str', 'bootstopkey')
    ) THEN 'a stop word is set: whether it is the same in every unit was not told'
  END AS unknown,
  s.input,
  s.file,
  s.at,
  s.line
FROM setting AS s
WHERE s.domain = 'uboot'
  AND s.key = 'bootdelay'
  AND (s.value IS NULL OR CAST(s.value AS INTEGER) >= -1)
UNION ALL
SELECT
  0 AS entity,
  'bootdelay' AS what,
  'it is not set: the delay that the boot loader was built with holds' AS unknown,
  min(s.input) AS input,
  min(s.file) AS file,
  NULL AS at,
  NULL AS line
FROM setting AS s
WHERE s.domain = 'uboot'
GROUP BY s.input
HAVING sum(s.key = 'bootdelay') = 0
