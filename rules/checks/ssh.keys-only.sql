-- check:   ssh.keys-only
-- asks:    Does the SSH server ask for keys and refuse passwords?
-- topic:   access-control
-- needs:   settings
-- by:      observed-firmware
-- over:    SELECT rowid FROM setting WHERE domain = 'sshd' AND key = 'passwordauthentication' OR domain = 'dropbear' AND key = 'passwordauth'
-- empty:   unknown
-- finding: {path} lets users log in over SSH with a password ({what})
-- fix:     Set PasswordAuthentication and KbdInteractiveAuthentication to no (sshd) or PasswordAuth to off (dropbear), and let the owner install a key.
-- risk:    a password that is set per unit may be acceptable
SELECT
  0 AS entity,
  s.key || ' = ' || coalesce(s.value, '?') || CASE WHEN s.origin = 'default' THEN ', as nothing else is said' ELSE '' END || coalesce(' (' || s.condition || ')', '') AS what,
  CASE
    WHEN s.value IS NULL THEN 'its value is not known'
    WHEN s.condition IS NOT NULL THEN 'it holds only where "' || s.condition || '" fits'
    WHEN EXISTS (SELECT 1 FROM setting AS m WHERE m.domain = 'sshd' AND m.input = s.input AND m.file IS s.file AND m.key = 'authenticationmethods' AND lower(coalesce(m.value, '')) <> 'any')
      THEN 'AuthenticationMethods is set: whether a password is enough was not told'
  END AS unknown,
  s.input,
  s.file,
  s.at,
  s.line,
  coalesce(f.path, 'the image') AS path
FROM setting AS s
LEFT JOIN file AS f ON f.id = s.file
WHERE s.domain IN ('sshd', 'dropbear')
  AND (s.domain = 'sshd' AND s.key = 'passwordauthentication' AND lower(coalesce(s.value, 'yes')) = 'yes'
    -- By PAM a password is asked for in another way, and that is on where nothing is said.
    OR s.domain = 'sshd' AND s.key IN ('challengeresponseauthentication', 'kbdinteractiveauthentication') AND lower(coalesce(s.value, 'yes')) = 'yes' AND (
      s.origin IS NOT 'default'
      OR EXISTS (SELECT 1 FROM setting AS p WHERE p.domain = 'sshd' AND p.input = s.input AND p.file IS s.file AND p.key = 'usepam' AND lower(coalesce(p.value, 'yes')) = 'yes')
    )
    OR s.domain = 'dropbear' AND s.key = 'passwordauth' AND lower(coalesce(s.value, 'on')) IN ('on', '1', 'yes', 'true', 'enabled'))
  AND NOT EXISTS (
    SELECT 1
    FROM setting AS m
    WHERE m.domain = 'sshd' AND s.domain = 'sshd' AND m.input = s.input AND m.file IS s.file AND m.condition IS NULL AND m.key = 'authenticationmethods' AND lower(m.value) = 'publickey'
  )
