-- check:   traffic-control.firewall-started
-- asks:    Is a packet filter set up at start?
-- topic:   attack-surface
-- needs:   start
-- rests:   start
-- by:      observed-firmware
-- finding: nothing that sets up a packet filter is started at boot
-- fix:     Load rules that drop what is not needed, before the network comes up.
-- risk:    the main program may load the rules itself
SELECT
  0 AS entity,
  'start-up' AS what,
  CASE
    WHEN EXISTS (
      SELECT 1
      FROM start AS s
      WHERE s.enabled IS NULL
        AND replace(s.program, rtrim(s.program, replace(s.program, '/', '')), '') IN (SELECT value FROM json_each(:firewall_programs))
    ) THEN 'it is not known whether such a program is started'
    WHEN NOT EXISTS (SELECT 1 FROM start) THEN 'nothing that is started was found'
  END AS unknown
WHERE NOT EXISTS (
  SELECT 1
  FROM start AS s
  WHERE s.enabled = 1
    AND replace(s.program, rtrim(s.program, replace(s.program, '/', '')), '') IN (SELECT value FROM json_each(:firewall_programs))
)
