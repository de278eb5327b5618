-- check:   ftp.no-anonymous
-- asks:    Does the FTP server refuse guests?
-- topic:   access-control
-- needs:   settings
-- by:      observed-firmware
-- over:    SELECT rowid FROM setting WHERE domain = 'vsftpd' AND key = 'anonymous_enable' OR domain = 'proftpd'
-- empty:   unknown
-- finding: {path} lets anybody log in over FTP without a password ({what})
-- fix:     Set anonymous_enable to NO (vsftpd), take the <Anonymous> block out (proftpd), or remove FTP.
-- risk:    the server may not be started
SELECT
  0 AS entity,
  s.key || ' = ' || coalesce(s.value, '?') || CASE WHEN s.origin = 'default' THEN ', as nothing else is said' ELSE '' END || coalesce(' (' || s.condition || ')', '') AS what,
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
WHERE s.domain = 'vsftpd' AND s.key = 'anonymous_enable' AND upper(coalesce(s.value, 'YES')) IN ('YES', 'TRUE', '1')
   -- proftpd lets guests in by a block of their own: its first line tells of it.
   OR s.domain = 'proftpd' AND s.condition LIKE '%anonymous %' AND s.condition NOT LIKE '%IfModule%,%' AND s.rowid = (SELECT min(o.rowid) FROM setting AS o WHERE o.domain = 'proftpd' AND o.input = s.input AND o.file IS s.file AND o.condition = s.condition)
