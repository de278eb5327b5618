-- check:   debug.settings-off
-- asks:    Do the settings in the image keep debugging closed?
-- topic:   attack-surface
-- needs:   settings
-- by:      observed-firmware
-- over:    SELECT rowid FROM setting
-- empty:   unknown
-- finding: {path} leaves debugging open: {what}
-- fix:     Set it to the closed value in the shipped image.
-- risk:    a console may need a password; a boot delay may be locked by fuses
SELECT
  0 AS entity,
  s.domain || ' ' || s.key || ' = ' || coalesce(s.value, '?') || coalesce(' (' || s.condition || ')', '') AS what,
  CASE
    WHEN s.value IS NULL THEN 'its value could not be read'
    WHEN s.condition IS NOT NULL THEN 'it holds only where "' || s.condition || '" fits'
  END AS unknown,
  s.input,
  s.file,
  s.at,
  s.line,
  coalesce(f.path, 'the image') AS path
FROM setting AS s
LEFT JOIN file AS f ON f.id = s.file
WHERE s.domain = 'uboot' AND s.key = 'bootdelay' AND (s.value IS NULL OR CAST(s.value AS INTEGER) > 0 OR CAST(s.value AS INTEGER) = -1)
   OR s.domain = 'kernel' AND s.key IN ('CONFIG_KGDB', 'CONFIG_KDB', 'CONFIG_DEVKMEM') AND coalesce(s.value, 'y') = 'y'
   OR s.domain = 'sshd' AND s.key = 'permitrootlogin' AND lower(coalesce(s.value, 'yes')) = 'yes'
   OR s.domain = 'inittab' AND s.key IN ('getty', 'shell') AND lower(coalesce(s.value, 'askfirst')) = 'askfirst'
   OR s.domain = 'adb' AND s.key = 'enabled' AND coalesce(s.value, '1') = '1'
