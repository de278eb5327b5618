-- check:   tls.settings-modern
-- asks:    Do the servers in the image switch old TLS versions off?
-- topic:   cryptography
-- needs:   settings
-- by:      observed-firmware
-- over:    SELECT rowid FROM setting WHERE domain IN ('lighttpd', 'mosquitto', 'uhttpd') OR domain = 'nginx' AND key = 'ssl_protocols'
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
      OR lower(replace(s.value, ' ', '')) LIKE '%minprotocol%=>tlsv1' OR lower(replace(s.value, ' ', '')) LIKE '%minprotocol%sslv3%' OR lower(replace(s.value, ' ', '')) LIKE '%minprotocol%none%'
    )
    OR s.domain = 'nginx' AND s.key = 'ssl_protocols' AND (s.value IS NULL OR s.value LIKE '%SSLv%' OR s.value || ' ' LIKE '%TLSv1 %' OR s.value LIKE '%TLSv1.0%' OR s.value LIKE '%TLSv1.1%')
    OR s.domain = 'mosquitto' AND s.key = 'tls_version' AND coalesce(s.value, 'tlsv1') IN ('tlsv1', 'tlsv1.0', 'tlsv1.1')
    OR s.domain = 'uhttpd' AND s.key IN ('tls_min', 'ssl_min_version', 'min_tls') AND lower(coalesce(s.value, '1.0')) IN ('1.0', '1.1', 'tlsv1', 'tlsv1.0', 'tlsv1.1'))
