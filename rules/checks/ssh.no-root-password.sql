-- check:   ssh.no-root-password
-- asks:    Is root kept from logging in over SSH with a password?
-- topic:   access-control
-- needs:   settings
-- by:      observed-firmware
-- over:    SELECT rowid FROM setting WHERE domain IN ('sshd', 'dropbear')
-- empty:   unknown
-- finding: {path} lets root log in over SSH with a password ({what})
-- fix:     Set PermitRootLogin to no (sshd) or RootPasswordAuth to off (dropbear); use keys.
-- risk:    a later Match block can change the setting
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
WHERE s.domain IN ('sshd', 'dropbear')
  AND (s.domain = 'sshd' AND s.key = 'permitrootlogin' AND lower(coalesce(s.value, 'yes')) = 'yes'
      AND NOT EXISTS (SELECT 1 FROM setting AS p WHERE p.domain = 'sshd' AND p.input = s.input AND p.key = 'passwordauthentication' AND lower(p.value) = 'no')
    OR s.domain = 'dropbear' AND s.key = 'rootpasswordauth' AND lower(coalesce(s.value, 'on')) IN ('on', '1', 'yes'))
