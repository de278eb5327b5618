-- check:   tls.settings-modern
-- asks:    Do the servers in the image switch old TLS versions off?
-- topic:   cryptography
-- needs:   settings
-- by:      observed-firmware
-- over:    SELECT rowid FROM setting WHERE domain = 'lighttpd' AND key LIKE 'ssl.%' OR domain = 'mosquitto' AND key IN ('tls_version', 'certfile') OR domain = 'uhttpd' AND key IN ('tls_min', 'ssl_min_version', 'min_tls', 'listen_https') OR domain = 'nginx' AND (key LIKE 'ssl%' OR key = 'listen' AND value LIKE '% ssl%')
-- empty:   unknown
-- finding: {path} allows TLS versions that are no longer safe ({what})
-- fix:     Allow TLS 1.2 and 1.3 only.
-- risk:    a setting may lie in a file that is not used
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
  AND (s.domain = 'lighttpd' AND s.key IN ('ssl.use-sslv2', 'ssl.use-sslv3') AND lower(coalesce(s.value, 'enable')) LIKE '%enable%'
    OR s.domain = 'lighttpd' AND s.key LIKE 'ssl.openssl.ssl-conf-cmd%' AND (
      s.value IS NULL
      OR lower(replace(s.value, ' ', '')) LIKE '%minprotocol%tlsv1"%' OR lower(replace(s.value, ' ', '')) LIKE '%minprotocol%tlsv1.0%' OR lower(replace(s.value, ' ', '')) LIKE '%minprotocol%tlsv1.1%'
      OR ',' || lower(replace(replace(replace(s.value, ' ', ''), '"', ','), '+', '')) || ',' LIKE '%,tlsv1,%'
      OR ',' || lower(replace(replace(replace(s.value, ' ', ''), '"', ','), '+', '')) || ',' LIKE '%,tlsv1.0,%'
      OR ',' || lower(replace(replace(replace(s.value, ' ', ''), '"', ','), '+', '')) || ',' LIKE '%,tlsv1.1,%'
      OR ',' || lower(replace(replace(replace(s.value, ' ', ''), '"', ','), '+', '')) || ',' LIKE '%,sslv3,%'
      OR lower(replace(s.value, ' ', '')) LIKE '%minprotocol%=>tlsv1' OR lower(replace(s.value, ' ', '')) LIKE '%minprotocol%sslv3%' OR lower(replace(s.value, ' ', '')) LIKE '%minprotocol%none%'
    )
    OR s.domain = 'nginx' AND s.key = 'ssl_protocols' AND (s.value IS NULL OR s.value LIKE '%SSLv%' OR s.value || ' ' LIKE '%TLSv1 %' OR s.value LIKE '%TLSv1.0%' OR s.value LIKE '%TLSv1.1%')
    OR s.domain = 'mosquitto' AND s.key = 'tls_version' AND coalesce(s.value, 'tlsv1') IN ('tlsv1', 'tlsv1.0', 'tlsv1.1')
    OR s.domain = 'uhttpd' AND s.key IN ('tls_min', 'ssl_min_version', 'min_tls') AND lower(coalesce(s.value, '1.0')) IN ('1.0', '1.1', 'tlsv1', 'tlsv1.0', 'tlsv1.1'))
UNION ALL
-- TLS is on and no version is named, in this file or for all: those of the program's build are taken.
SELECT
  0,
  s.key || ' = ' || coalesce(s.value, '?'),
  'which TLS versions it takes is not set: it depends on how the program was built',
  s.input,
  s.file,
  s.at,
  s.line,
  coalesce(f.path, 'the image')
FROM setting AS s
LEFT JOIN file AS f ON f.id = s.file
WHERE (s.domain = 'lighttpd' AND s.key = 'ssl.engine' AND lower(coalesce(s.value, 'enable')) LIKE '%enable%'
    AND NOT EXISTS (SELECT 1 FROM setting AS v WHERE v.domain = 'lighttpd' AND (v.file IS s.file OR v.condition IS NULL) AND v.key LIKE 'ssl.openssl.ssl-conf-cmd%'))
  OR (s.domain = 'nginx' AND (s.key = 'ssl_certificate' OR s.key = 'listen' AND s.value LIKE '% ssl%')
    AND NOT EXISTS (SELECT 1 FROM setting AS v WHERE v.domain = 'nginx' AND (v.file IS s.file OR v.condition IS NULL) AND v.key = 'ssl_protocols'))
  OR (s.domain = 'mosquitto' AND s.key = 'certfile'
    AND NOT EXISTS (SELECT 1 FROM setting AS v WHERE v.domain = 'mosquitto' AND (v.file IS s.file OR v.condition IS NULL) AND v.key = 'tls_version'))
  OR (s.domain = 'uhttpd' AND s.key = 'listen_https'
    AND NOT EXISTS (SELECT 1 FROM setting AS v WHERE v.domain = 'uhttpd' AND (v.file IS s.file OR v.condition IS NULL) AND v.key IN ('tls_min', 'ssl_min_version', 'min_tls')))
