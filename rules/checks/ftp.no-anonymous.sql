-- check:   ftp.no-anonymous
-- asks:    Does the FTP server refuse guests?
-- topic:   access-control
-- needs:   settings
-- by:      observed-firmware
-- over:    SELECT rowid FROM setting WHERE domain = 'vsftpd'
-- empty:   unknown
-- finding: {path} lets anybody log in over FTP without a password ({what})
-- fix:     Set anonymous_enable to NO, or remove FTP.
-- risk:    the server may not be started
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
WHERE s.domain = 'vsftpd'
  AND (s.key = 'anonymous_enable' AND upper(coalesce(s.value, 'YES')) = 'YES')
