-- check:   services.no-clear-text-login
-- asks:    Do all started programs take logins and files over encrypted connections only?
-- topic:   attack-surface
-- needs:   start
-- by:      observed-firmware
-- finding: {script} starts {what}, which takes logins or files without encryption
-- fix:     Remove the program from start-up, best from the image; use SSH with keys where a login is needed.
-- risk:    a script may start it only in a factory or test mode
SELECT
  coalesce(s.service, 0) AS entity,
  replace(s.program, rtrim(s.program, replace(s.program, '/', '')), '') AS what,
  CASE
    WHEN s.enabled IS NULL THEN 'it is not known whether it is started'
  END AS unknown,
  s.input,
  s.file,
  s.line,
  coalesce(f.path, 'a start script') AS script
FROM start AS s
LEFT JOIN file AS f ON f.id = s.file
WHERE coalesce(s.enabled, 1) = 1
  AND replace(s.program, rtrim(s.program, replace(s.program, '/', '')), '') IN (SELECT value FROM json_each(:clear_text_daemons))
