-- check:   tls.settings-ciphers
-- asks:    Do the servers in the image leave broken ciphers out?
-- topic:   cryptography
-- needs:   settings
-- by:      observed-firmware
-- over:    SELECT rowid FROM setting WHERE domain IN ('lighttpd', 'mosquitto', 'uhttpd')
-- empty:   unknown
-- finding: {path} allows broken cipher suites ({what})
-- fix:     Take RC4, DES, 3DES, NULL and export suites out of the list, or drop the line.
-- risk:    a library may refuse them although the setting allows them
SELECT
  0 AS entity,
  s.key || ' = ' || coalesce(s.value, '?') || coalesce(' (' || s.condition || ')', '') AS what,
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
WHERE s.domain IN ('lighttpd', 'mosquitto', 'uhttpd')
  AND ((s.domain = 'lighttpd' AND s.key = 'ssl.cipher-list' OR s.domain = 'mosquitto' AND s.key = 'ciphers' OR s.domain = 'uhttpd' AND s.key IN ('ciphers', 'tls_ciphers'))
      AND (
        s.value IS NULL
        OR ':' || upper(replace(replace(trim(s.value, '"'), ' ', ':'), ',', ':')) || ':' LIKE '%:RC4%'
        OR ':' || upper(replace(replace(trim(s.value, '"'), ' ', ':'), ',', ':')) || ':' LIKE '%:3DES%'
        OR ':' || upper(replace(replace(trim(s.value, '"'), ' ', ':'), ',', ':')) || ':' LIKE '%:DES-CBC%'
        OR ':' || upper(replace(replace(trim(s.value, '"'), ' ', ':'), ',', ':')) || ':' LIKE '%:NULL%'
        OR ':' || upper(replace(replace(trim(s.value, '"'), ' ', ':'), ',', ':')) || ':' LIKE '%:EXP%'
        OR ':' || upper(replace(replace(trim(s.value, '"'), ' ', ':'), ',', ':')) || ':' LIKE '%:LOW:%'
        OR ':' || upper(replace(replace(trim(s.value, '"'), ' ', ':'), ',', ':')) || ':' LIKE '%:ALL:%'
          AND upper(s.value) NOT LIKE '%!ANULL%'
      ))
