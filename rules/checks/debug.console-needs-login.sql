-- check:   debug.console-needs-login
-- asks:    Does the serial console ask for a login?
-- topic:   attack-surface
-- needs:   start
-- by:      observed-firmware
-- finding: {script} opens a shell on the console without a login ({what})
-- fix:     Start a login program (getty) on the console, or nothing at all.
-- risk:    the console may be cut off in hardware; a script may be started by a shell
WITH
  -- Where a terminal is served: the command with one blank between words and one form for the option that names the login program.
  console AS (
    SELECT
      s.*,
      ltrim(replace(s.program, rtrim(s.program, replace(s.program, '/', '')), ''), '-') AS name,
      ' ' || replace(replace(replace(replace(replace(replace(replace(trim(coalesce(s.command, s.program)), char(9), ' '), '  ', ' '), ' --login-program=', ' -l '), ' --login-program ', ' -l '), ' --autologin', ' -a'), ' -nl ', ' -n -l '), ' -l/', ' -l /') || ' ' AS said
    FROM start AS s
    LEFT JOIN file AS f ON f.id = s.file
    WHERE coalesce(s.enabled, 1) = 1
      AND (
        coalesce(s.moment, '') IN ('askfirst', 'askconsole', 'respawn', 'console')
        OR f.name = 'inittab' AND coalesce(s.moment, 'boot') NOT IN ('sysinit', 'wait', 'once', 'shutdown', 'restart', 'ctrlaltdel', 'boot', 'other')
      )
  ),
  -- The program that getty runs for the login, when it names one.
  login AS (
    SELECT
      c.*,
      CASE WHEN instr(c.said, ' -l ') > 0 THEN substr(c.said, instr(c.said, ' -l ') + 4, instr(substr(c.said, instr(c.said, ' -l ') + 4), ' ') - 1) END AS login,
      substr(ltrim(c.said), instr(ltrim(c.said), ' ')) AS arguments
    FROM console AS c
  ),
  judged AS (
    SELECT
      l.*,
      replace(l.login, rtrim(l.login, replace(l.login, '/', '')), '') AS login_name
    FROM login AS l
  )
SELECT
  0 AS entity,
  coalesce(j.command, j.program) AS what,
  CASE
    WHEN j.name = 'login.sh' THEN 'a script takes the place of the login program'
    WHEN j.name NOT IN (SELECT value FROM json_each(:shells)) AND j.login_name NOT IN (SELECT value FROM json_each(:shells)) AND instr(j.said, ' -a ') = 0 AND j.name <> 'login' THEN 'another program takes the place of the login program'
    WHEN j.enabled IS NULL THEN 'it is not known whether it is started'
  END AS unknown,
  j.input,
  j.file,
  j.line,
  coalesce(f.path, 'a start script') AS script
FROM judged AS j
LEFT JOIN file AS f ON f.id = j.file
WHERE
  -- A shell with a script or with -c runs that and ends; with options alone it is open.
  j.name IN (SELECT value FROM json_each(:shells)) AND j.arguments NOT GLOB '* [^- ]*' AND j.arguments NOT GLOB '* -c *'
  OR j.name = 'login.sh'
  OR j.name IN ('getty', 'agetty', 'mgetty', 'mingetty', 'uugetty', 'fgetty')
    AND (instr(j.said, ' -a ') > 0 OR coalesce(j.login_name, 'login') <> 'login')
  -- login -f USER asks for no password.
  OR j.name = 'login' AND instr(j.said, ' -f') > 0
