-- check:   services.not-risky
-- asks:    Is the product free of services that do not belong on a network?
-- topic:   attack-surface
-- needs:   services|start
-- by:      observed-device
-- finding: {what} is on at {transport} port {port} ({protocol}): {why}
-- fix:     Switch the service off, or replace it by an encrypted one with a login.
-- risk:    a port number alone does not prove the protocol
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN s.enabled IS NULL THEN 'it is not known whether it is on'
  END AS unknown,
  e.input,
  e.file,
  e.at,
  e.line,
  r.protocol,
  s.transport,
  s.port,
  r.why
FROM observed AS e
JOIN service AS s ON s.entity = e.id
JOIN ref_risky AS r
  -- By what it speaks, whatever its port; one row of several that name the same protocol.
  ON r.rowid = (SELECT min(q.rowid) FROM ref_risky AS q WHERE q.protocol = s.protocol)
  -- Else by its port, unless what it speaks there is known to be encrypted.
  OR r.port = s.port
    AND r.transport = s.transport
    AND coalesce(s.protocol, '') NOT IN ('ssh', 'https', 'mqtts')
    AND coalesce(s.protocol, '') NOT IN (SELECT q.protocol FROM ref_risky AS q)
WHERE coalesce(s.enabled, 1) = 1
  AND coalesce(s.scope, 'lan') <> 'loopback'
UNION ALL
SELECT
  e.id AS entity,
  e.name AS what,
  'what it speaks is not known, and its port does not tell' AS unknown,
  e.input,
  e.file,
  e.at,
  e.line,
  NULL AS protocol,
  s.transport,
  s.port,
  NULL AS why
FROM observed AS e
JOIN service AS s ON s.entity = e.id
WHERE s.protocol IS NULL
  AND coalesce(s.enabled, 1) = 1
  AND coalesce(s.scope, 'lan') <> 'loopback'
  AND NOT EXISTS (SELECT 1 FROM ref_risky AS r WHERE r.port = s.port AND r.transport = s.transport)
