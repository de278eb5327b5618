-- check:   services.started-known
-- asks:    Is every listening program that the image starts in the product file?
-- topic:   attack-surface
-- needs:   start&binaries&ixit.13
-- rests:   ixit.13
-- by:      observed-firmware
-- over:    SELECT rowid FROM start WHERE coalesce(enabled, 1) = 1
-- empty:   unknown
-- finding: {script} starts {what}, which listens on the network and is not in the product file
-- fix:     List the service in the product file with what it is needed for, or remove the program.
-- risk:    a server may use a local socket only
SELECT
  coalesce(s.service, 0) AS entity,
  replace(s.program, rtrim(s.program, replace(s.program, '/', '')), '') AS what,
  CASE
    WHEN s.enabled IS NULL THEN 'it is not known whether it is started'
    WHEN b.file IS NULL AND s.service IS NULL THEN 'it is not known whether it listens: its program could not be read'
    WHEN b.file IS NULL THEN 'it serves the network, and its program was not read'
    WHEN b.listens IS NOT 1 AND s.service IS NULL AND coalesce(s.moment, '') <> 'connection' THEN 'it is not known whether it listens'
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
  AND NOT EXISTS (
    SELECT 1
    FROM declared AS d
    LEFT JOIN field AS v ON v.entity = d.id
    WHERE d.kind = 'service'
      AND (instr(lower(d.name), lower(replace(s.program, rtrim(s.program, replace(s.program, '/', '')), ''))) > 0 OR instr(lower(v.value), lower(replace(s.program, rtrim(s.program, replace(s.program, '/', '')), ''))) > 0)
  )
  AND NOT EXISTS (
    SELECT 1
    FROM service AS o
    JOIN counterpart AS c ON c.observed = o.entity
    WHERE o.entity = s.service
  )
  AND NOT EXISTS (
    SELECT 1
    FROM service AS o
    JOIN service AS p ON p.port = o.port AND p.transport = o.transport
    JOIN declared AS d ON d.id = p.entity
    WHERE o.entity = s.service
  )
