-- check:   snmp.no-write-community
-- asks:    Does changing settings over SNMP need a key?
-- topic:   access-control
-- needs:   settings
-- by:      observed-firmware
-- over:    SELECT rowid FROM setting WHERE domain = 'snmpd'
-- empty:   unknown
-- finding: {path} lets whoever knows one word change settings over SNMP ({key})
-- fix:     Remove write access, or use version 3 with authPriv.
-- risk:    the community may be set per unit by a script
SELECT
  0 AS entity,
  s.key AS what,
  CASE
    WHEN s.value IS NULL THEN 'its value could not be read'
  END AS unknown,
  s.input,
  s.file,
  s.at,
  s.line,
  coalesce(f.path, 'the image') AS path,
  s.key
FROM setting AS s
LEFT JOIN file AS f ON f.id = s.file
WHERE s.domain = 'snmpd'
  AND (s.key IN ('rwcommunity', 'rwcommunity6') OR s.key = 'rwuser' AND lower(coalesce(s.value, '')) LIKE '%noauth%')
