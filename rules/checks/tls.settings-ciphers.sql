-- check:   tls.settings-ciphers
-- asks:    Do the servers in the image leave broken ciphers out?
-- topic:   cryptography
-- needs:   settings
-- by:      observed-firmware
-- over:    SELECT rowid FROM setting WHERE domain = 'lighttpd' AND key LIKE 'ssl.%' OR domain = 'mosquitto' AND key IN ('ciphers', 'certfile', 'tls_version') OR domain = 'uhttpd' AND key IN ('ciphers', 'tls_ciphers', 'listen_https') OR domain = 'nginx' AND (key LIKE 'ssl%' OR key = 'listen' AND value LIKE '% ssl%')
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
WHERE s.domain IN ('lighttpd', 'mosquitto', 'uhttpd', 'nginx')
  AND ((s.domain = 'lighttpd' AND s.key = 'ssl.cipher-list' OR s.domain = 'nginx' AND s.key = 'ssl_ciphers' OR s.domain = 'mosquitto' AND s.key = 'ciphers' OR s.domain = 'uhttpd' AND s.key IN ('ciphers', 'tls_ciphers'))
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
UNION ALL
-- TLS is on and no list is set, in this file or for all: that of the program's build is taken.
SELECT
  0,
  s.key || ' = ' || coalesce(s.value, '?'),
  'which cipher suites it takes is not set: it depends on how the program was built',
  s.input,
  s.file,
  s.at,
  s.line,
  coalesce(f.path, 'the image')
FROM setting AS s
LEFT JOIN file AS f ON f.id = s.file
WHERE s.domain = 'lighttpd' AND s.key = 'ssl.engine' AND lower(coalesce(s.value, 'enable')) LIKE '%enable%'
    AND NOT EXISTS (SELECT 1 FROM setting AS v WHERE v.domain = 'lighttpd' AND (v.file IS s.file OR v.condition IS NULL) AND (v.key = 'ssl.cipher-list' OR v.key LIKE 'ssl.openssl.ssl-conf-cmd%'))
  OR s.domain = 'nginx' AND (s.key = 'ssl_certificate' OR s.key = 'listen' AND s.value LIKE '% ssl%')
    AND NOT EXISTS (SELECT 1 FROM setting AS v WHERE v.domain = 'nginx' AND (v.file IS s.file OR v.condition IS NULL) AND v.key = 'ssl_ciphers')
  OR s.domain = 'mosquitto' AND s.key = 'certfile'
    AND NOT EXISTS (SELECT 1 FROM setting AS v WHERE v.domain = 'mosquitto' AND (v.file IS s.file OR v.condition IS NULL) AND v.key IN ('ciphers', 'ciphers_tls1.3'))
  OR s.domain = 'uhttpd' AND s.key = 'listen_https'
    AND NOT EXISTS (SELECT 1 FROM setting AS v WHERE v.domain = 'uhttpd' AND (v.file IS s.file OR v.condition IS NULL) AND v.key IN ('ciphers', 'tls_ciphers'))
