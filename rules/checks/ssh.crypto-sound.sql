-- check:   ssh.crypto-sound
-- asks:    Does the SSH server refuse old algorithms and protocol version 1?
-- topic:   cryptography
-- needs:   settings
-- by:      observed-firmware
-- over:    SELECT rowid FROM setting WHERE domain = 'sshd'
-- empty:   unknown
-- finding: {path} allows SSH algorithms that are broken ({what})
-- fix:     Take the old names out of the list, or drop the line and use the defaults of a current version.
-- risk:    a server too old to know newer algorithms needs an update first
SELECT
  0 AS entity,
  s.key || ' = ' || coalesce(s.value, '?') || CASE WHEN s.origin = 'default' THEN ', as nothing else is said' ELSE '' END || coalesce(' (' || s.condition || ')', '') AS what,
  CASE
    WHEN s.value IS NULL THEN 'its value could not be read'
    WHEN s.condition IS NOT NULL THEN 'it holds only where "' || s.condition || '" fits'
  END AS unknown,
  s.input,
  s.file,
  s.at,
  s.line,
  coalesce(f.path, 'the image') AS path
FROM setting AS s
LEFT JOIN file AS f ON f.id = s.file
WHERE s.domain = 'sshd'
  AND (s.key = 'protocol' AND (s.value IS NULL OR instr(s.value, '1') > 0)
    OR s.key IN ('ciphers', 'macs', 'kexalgorithms', 'hostkeyalgorithms') AND (
      s.value IS NULL
      OR s.value NOT LIKE '-%' AND (
        lower(s.value) LIKE '%3des%' OR lower(s.value) LIKE '%arcfour%' OR lower(s.value) LIKE '%blowfish%' OR lower(s.value) LIKE '%hmac-md5%'
        OR lower(s.value) LIKE '%group1-sha1%' OR lower(s.value) LIKE '%ssh-dss%'
      )
    ))
