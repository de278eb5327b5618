-- check:   ssh.keys-only
-- asks:    Does the SSH server ask for keys and refuse passwords?
-- topic:   access-control
-- needs:   settings
-- by:      observed-firmware
-- over:    SELECT rowid FROM setting WHERE domain IN ('sshd', 'dropbear')
-- empty:   unknown
-- finding: {path} lets users log in over SSH with a password ({what})
-- fix:     Set PasswordAuthentication to no, and let the owner install a key.
-- risk:    a password that is set per unit may be acceptable
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
  AND (s.domain = 'sshd' AND s.key IN ('passwordauthentication', 'challengeresponseauthentication', 'kbdinteractiveauthentication') AND lower(coalesce(s.value, 'yes')) = 'yes'
    OR s.domain = 'dropbear' AND s.key = 'passwordauth' AND lower(coalesce(s.value, 'on')) IN ('on', '1', 'yes'))
