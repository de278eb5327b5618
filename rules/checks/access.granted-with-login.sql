-- check:   access.granted-with-login
-- asks:    Does the right login give access to what it should?
-- topic:   access-control
-- needs:   trial.access-with-login|services
-- by:      observed-device
-- over:    SELECT e.id FROM subject AS e JOIN service AS s ON s.entity = e.id WHERE e.kind = 'service' AND coalesce(s.scope, 'lan') <> 'loopback' AND coalesce(s.enabled, 1) = 1 AND coalesce(s.needs_login, 1) = 1 AND lower(coalesce(s.protocol, '')) NOT IN ('mdns', 'ssdp', 'dhcp', 'dhcpv6', 'dns', 'ntp', 'llmnr', 'ws-discovery')
-- empty:   services
-- finding: {what}: the right login did not give access ({detail})
-- fix:     Make the service accept the login that the manual describes, and record the trial again.
-- risk:    shows the one case that was tried, not all; an older failed trial counts until it is withdrawn
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN t.id IS NULL THEN 'not tried'
    WHEN t.result = 'unclear' THEN coalesce(t.detail, 'the trial gave no clear result')
  END AS unknown,
  coalesce(t.input, e.input) AS input,
  coalesce(t.detail, t.action, 'no detail was recorded') AS detail
FROM subject AS e
JOIN service AS s ON s.entity = e.id
LEFT JOIN trial AS t
  ON t.kind = 'access-with-login'
  AND t.basis IN ('observed', 'tool', 'person')
  AND (t.entity = e.id OR t.entity IN (SELECT c.observed FROM counterpart AS c WHERE c.declared = e.id))
WHERE e.kind = 'service'
  AND coalesce(s.scope, 'lan') <> 'loopback'
  AND coalesce(s.enabled, 1) = 1
  -- Where there is no login nobody has a role: whether that is right is asked by access.refused-without-login.
  AND coalesce(s.needs_login, 1) = 1
  AND lower(coalesce(s.protocol, '')) NOT IN ('mdns', 'ssdp', 'dhcp', 'dhcpv6', 'dns', 'ntp', 'llmnr', 'ws-discovery')
  AND (t.id IS NULL OR t.result <> 'held')
