-- check:   services.only-declared
-- asks:    Is every service that was found open declared?
-- topic:   attack-surface
-- needs:   services&ixit.13
-- rests:   ixit.13
-- by:      observed-device
-- over:    SELECT id FROM observed WHERE kind = 'service'
-- finding: {what} ({transport} port {port}) is open and not in the product file
-- fix:     List the service in the product file with what it is needed for, or switch it off.
-- risk:    ephemeral UDP ports; services that the probe itself started
SELECT
  o.id AS entity,
  o.name AS what,
  CASE
    WHEN s.enabled IS NULL THEN 'it is not known whether it is on'
    WHEN s.port IS NULL AND EXISTS (SELECT 1 FROM declared AS e WHERE e.kind = 'service')
      THEN 'its port is not known: it may be one that is declared'
    WHEN EXISTS (SELECT 1 FROM service AS d JOIN declared AS e ON e.id = d.entity WHERE coalesce(d.port, s.port) = s.port AND coalesce(d.transport, s.transport) = s.transport)
      THEN 'a service without a port or transport is declared: it may be that one'
  END AS unknown,
  s.transport,
  s.port
FROM observed AS o
JOIN service AS s ON s.entity = o.id
WHERE coalesce(s.enabled, 1) = 1
  AND coalesce(s.scope, 'lan') <> 'loopback'
  AND NOT EXISTS (SELECT 1 FROM counterpart AS c WHERE c.observed = o.id)
  AND NOT EXISTS (
    SELECT 1
    FROM service AS d
    JOIN declared AS e ON e.id = d.entity
    WHERE d.port = s.port
      AND d.transport = s.transport
  )
