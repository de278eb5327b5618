-- check:   ssh.no-root-password
-- asks:    Is root kept from logging in over SSH with a password?
-- topic:   access-control
-- needs:   settings
-- by:      observed-firmware
-- over:    SELECT rowid FROM setting WHERE domain = 'sshd' AND key = 'permitrootlogin' OR domain = 'dropbear' AND key = 'rootpasswordauth'
-- empty:   unknown
-- finding: {path} lets root log in over SSH with a password ({what})
-- fix:     Set PermitRootLogin to no (sshd) or RootPasswordAuth to off (dropbear); use keys.
-- risk:    root may have no password
WITH
  -- Where a password is of no use to anybody: refused in itself, and not asked for by PAM.
  no_password AS (
    SELECT n.input, n.file
    FROM setting AS n
    WHERE n.domain = 'sshd'
      AND n.key = 'passwordauthentication'
      AND lower(n.value) = 'no'
      AND n.condition IS NULL
      AND NOT (
        EXISTS (SELECT 1 FROM setting AS k WHERE k.domain = 'sshd' AND k.input = n.input AND k.file IS n.file AND k.condition IS NULL
          AND k.key IN ('challengeresponseauthentication', 'kbdinteractiveauthentication') AND lower(coalesce(k.value, 'yes')) = 'yes')
        AND EXISTS (SELECT 1 FROM setting AS p WHERE p.domain = 'sshd' AND p.input = n.input AND p.file IS n.file AND p.condition IS NULL
          AND p.key = 'usepam' AND lower(coalesce(p.value, 'yes')) = 'yes')
      )
  ),
  -- PermitRootLogin was "yes" before version 7.0 where nothing is said.
  version AS (
    SELECT CASE WHEN count(*) = count(c.version) THEN min(CAST(c.version AS REAL)) END AS least
    FROM component AS c
    JOIN entity AS e ON e.id = c.entity
    WHERE e.name = 'openssh'
  )
SELECT
  0 AS entity,
  s.key || ' = ' || coalesce(s.value, '?') || CASE WHEN s.origin = 'default' THEN ', as nothing else is said' ELSE '' END || coalesce(' (' || s.condition || ')', '') AS what,
  CASE
    WHEN s.value IS NULL THEN 'its value is not known'
    WHEN s.condition IS NOT NULL THEN 'it holds only where "' || s.condition || '" fits'
    WHEN s.origin = 'default' AND s.domain = 'sshd' AND (SELECT least FROM version) IS NULL THEN 'it is not set, and before version 7.0 root was let in: the version is not known'
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
      AND NOT EXISTS (SELECT 1 FROM no_password AS p WHERE p.input = s.input AND p.file IS s.file)
    OR s.domain = 'sshd' AND s.key = 'permitrootlogin' AND s.origin = 'default' AND coalesce((SELECT least FROM version), 0) < 7
      AND NOT EXISTS (SELECT 1 FROM no_password AS p WHERE p.input = s.input AND p.file IS s.file)
    -- Some are asked for a password, and root may be among them.
    OR s.domain = 'sshd' AND s.key = 'passwordauthentication' AND s.condition IS NOT NULL AND lower(coalesce(s.value, 'yes')) = 'yes'
      AND EXISTS (SELECT 1 FROM no_password AS p WHERE p.input = s.input AND p.file IS s.file)
      AND EXISTS (SELECT 1 FROM setting AS r WHERE r.domain = 'sshd' AND r.input = s.input AND r.file IS s.file AND r.key = 'permitrootlogin' AND lower(coalesce(r.value, 'yes')) = 'yes')
    OR s.domain = 'dropbear' AND s.key = 'rootpasswordauth' AND lower(coalesce(s.value, 'on')) IN ('on', '1', 'yes', 'true', 'enabled'))
