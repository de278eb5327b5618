-- check:   time.client-started
-- asks:    Is the clock set from a time source?
-- topic:   logging
-- needs:   start
-- rests:   start
-- by:      observed-firmware
-- finding: nothing that sets the clock is started at boot
-- fix:     Start a time client (NTP); checking certificates and reading logs need the right time.
-- risk:    the main program may set the clock itself
SELECT
  0 AS entity,
  'start-up' AS what,
  CASE
    WHEN EXISTS (
      SELECT 1
      FROM start AS s
      WHERE s.enabled IS NULL
        AND replace(s.program, rtrim(s.program, replace(s.program, '/', '')), '') IN (SELECT value FROM json_each(:time_daemons))
    ) THEN 'it is not known whether such a program is started'
    WHEN NOT EXISTS (SELECT 1 FROM start) THEN 'nothing that is started was found'
  END AS unknown
WHERE NOT EXISTS (
  SELECT 1
  FROM start AS s
  WHERE s.enabled = 1
    AND replace(s.program, rtrim(s.program, replace(s.program, '/', '')), '') IN (SELECT value FROM json_each(:time_daemons))
)
