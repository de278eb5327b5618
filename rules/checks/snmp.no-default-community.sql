-- check:   snmp.no-default-community
-- asks:    Does SNMP refuse the community names that everybody tries?
-- topic:   passwords
-- needs:   settings
-- by:      observed-firmware
-- over:    SELECT rowid FROM setting WHERE domain = 'snmpd'
-- empty:   unknown
-- finding: {path} accepts a community name that everybody tries ({what})
-- fix:     Switch SNMP versions 1 and 2 off; use version 3 with keys per unit.
-- risk:    a firewall may close the port
SELECT
  0 AS entity,
  s.key || ' = ' || coalesce(s.value, '?') AS what,
  CASE
    WHEN s.value IS NULL THEN 'its value could not be read'
  END AS unknown,
  s.input,
  s.file,
  s.at,
  s.line,
  coalesce(f.path, 'the image') AS path
FROM setting AS s
LEFT JOIN file AS f ON f.id = s.file
WHERE s.domain = 'snmpd'
  AND (s.key IN ('rocommunity', 'rwcommunity', 'rocommunity6', 'rwcommunity6', 'com2sec', 'com2sec6', 'community')
      AND (
        s.value IS NULL
        OR EXISTS (
          SELECT 1
          FROM json_each(:default_communities) AS c
          WHERE ' ' || lower(replace(replace(s.value, '"', ''), char(9), ' ')) || ' ' LIKE '% ' || c.value || ' %'
        )
      ))
