-- check:   log.daemon-started
-- asks:    Is a program started that records events?
-- topic:   logging
-- needs:   start
-- rests:   start
-- by:      observed-firmware
-- finding: nothing that records events is started at boot
-- fix:     Start a log daemon, and keep security events in storage that survives a restart.
-- risk:    a program may keep its own log
SELECT
  0 AS entity,
  'start-up' AS what,
  CASE
    WHEN EXISTS (
      SELECT 1
      FROM start AS s
      WHERE s.enabled IS NULL
        AND replace(s.program, rtrim(s.program, replace(s.program, '/', '')), '') IN (SELECT value FROM json_each(:log_daemons))
    ) THEN 'it is not known whether such a program is started'
    WHEN NOT EXISTS (SELECT 1 FROM start) THEN 'nothing that is started was found'
  END AS unknown
WHERE NOT EXISTS (
  SELECT 1
  FROM start AS s
  WHERE s.enabled = 1
    AND replace(s.program, rtrim(s.program, replace(s.program, '/', '')), '') IN (SELECT value FROM json_each(:log_daemons))
)
