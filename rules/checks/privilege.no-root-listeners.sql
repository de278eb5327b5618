-- check:   privilege.no-root-listeners
-- asks:    Do programs that listen on the network run without the rights of root?
-- topic:   access-control
-- needs:   start&binaries
-- by:      observed-firmware
-- over:    SELECT rowid FROM start WHERE coalesce(enabled, 1) = 1
-- empty:   unknown
-- finding: {script} starts {what} as root, and it listens on the network
-- fix:     Give it a user of its own, or confine it.
-- risk:    programs drop rights after they have opened their port
SELECT
  coalesce(s.service, 0) AS entity,
  replace(s.program, rtrim(s.program, replace(s.program, '/', '')), '') AS what,
  CASE
    WHEN s.user IS NULL THEN 'its user is not named; it may drop its rights itself'
    WHEN b.file IS NULL AND s.service IS NULL THEN 'it is not known whether it listens: its program could not be read'
    WHEN b.file IS NULL THEN 'it serves the network, and its program was not read'
    WHEN b.listens IS NOT 1 AND s.service IS NULL AND coalesce(s.moment, '') <> 'connection' THEN 'it is not known whether it listens'
    WHEN s.enabled IS NULL THEN 'it is not known whether it is started'
  END AS unknown,
  s.input,
  s.file,
  s.line,
  coalesce(f.path, 'a start script') AS script
FROM start AS s
LEFT JOIN binary AS b ON b.file = s.binary
LEFT JOIN file AS f ON f.id = s.file
WHERE coalesce(s.enabled, 1) = 1
  -- A server by its name, or what is started for a connection, listens whatever its program could do.
  AND (coalesce(b.listens, 1) = 1 OR s.service IS NOT NULL OR coalesce(s.moment, '') = 'connection')
  AND (s.binary IS NOT NULL OR s.service IS NOT NULL)
  AND coalesce(s.user, 'root') IN ('root', '0')
  AND coalesce(s.confined, 0) = 0
