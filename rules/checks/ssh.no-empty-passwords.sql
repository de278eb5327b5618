-- check:   ssh.no-empty-passwords
-- asks:    Does the SSH server refuse empty passwords?
-- topic:   passwords
-- needs:   settings
-- by:      observed-firmware
-- over:    SELECT rowid FROM setting WHERE domain = 'sshd' AND key = 'permitemptypasswords' OR domain = 'dropbear' AND key IN ('-b', 'blankpasswordauth')
-- empty:   unknown
-- finding: {path} lets users log in over SSH with an empty password ({what})
-- fix:     Set PermitEmptyPasswords to no, and start dropbear without -B.
-- risk:    no account may have an empty password
SELECT
  0 AS entity,
  s.key || ' = ' || coalesce(s.value, '?') || CASE WHEN s.origin = 'default' THEN ', as nothing else is said' ELSE '' END || coalesce(' (' || s.condition || ')', '') AS what,
  CASE
    WHEN s.value IS NULL THEN 'its value is not known'
    WHEN s.condition IS NOT NULL THEN 'it holds only where "' || s.condition || '" fits'
  END AS unknown,
  s.input,
  s.file,
  s.at,
  s.line,
  coalesce(f.path, 'the image') AS path
FROM setting AS s
LEFT JOIN file AS f ON f.id = s.file
WHERE s.domain IN ('sshd', 'dropbear')
  AND (s.domain = 'sshd' AND s.key = 'permitemptypasswords' AND lower(coalesce(s.value, 'yes')) = 'yes'
    OR s.domain = 'dropbear' AND s.key IN ('-b', 'blankpasswordauth') AND lower(coalesce(s.value, '1')) IN ('on', '1', 'yes', 'true', ''))
