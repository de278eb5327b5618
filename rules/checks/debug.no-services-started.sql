-- check:   debug.no-services-started
-- asks:    Does the product start without programs for debugging?
-- topic:   attack-surface
-- needs:   start
-- by:      observed-firmware
-- finding: {script} starts {what}, a program for debugging
-- fix:     Remove it from the shipped image.
-- risk:    a script may start it only in a test mode
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
  AND replace(s.program, rtrim(s.program, replace(s.program, '/', '')), '') IN (SELECT value FROM json_each(:debug_daemons))
