-- check:   debug.console-needs-login
-- asks:    Does the serial console ask for a login?
-- topic:   attack-surface
-- needs:   start
-- by:      observed-firmware
-- finding: {script} opens a shell on the console without a login ({what})
-- fix:     Start a login program (getty) on the console, or nothing at all.
-- risk:    the console may be cut off in hardware; a script may be started by a shell
SELECT
  0 AS entity,
  coalesce(s.command, s.program) AS what,
  CASE
    WHEN replace(s.program, rtrim(s.program, replace(s.program, '/', '')), '') IN ('getty', 'agetty', 'mgetty', 'login.sh') THEN 'a script takes the place of the login program'
    WHEN s.enabled IS NULL THEN 'it is not known whether it is started'
  END AS unknown,
  s.input,
  s.file,
  s.line,
  coalesce(f.path, 'a start script') AS script
FROM start AS s
LEFT JOIN file AS f ON f.id = s.file
WHERE coalesce(s.enabled, 1) = 1
  AND (
    coalesce(s.moment, '') IN ('askfirst', 'respawn', 'console')
    OR f.name = 'inittab' AND coalesce(s.moment, 'boot') NOT IN ('sysinit', 'wait', 'once', 'shutdown', 'restart', 'ctrlaltdel')
  )
  AND (
    ltrim(replace(s.program, rtrim(s.program, replace(s.program, '/', '')), ''), '-') IN (SELECT value FROM json_each(:shells)) AND ltrim(trim(coalesce(s.command, s.program)), '-') NOT LIKE '% %.%'
    OR replace(s.program, rtrim(s.program, replace(s.program, '/', '')), '') = 'login.sh'
    OR replace(s.program, rtrim(s.program, replace(s.program, '/', '')), '') IN ('getty', 'agetty', 'mgetty')
      AND (instr(s.command, ' -n') > 0 OR instr(s.command, 'autologin') > 0 OR instr(s.command, '-l /bin/sh') > 0)
  )
