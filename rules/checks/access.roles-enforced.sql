-- check:   access.roles-enforced
-- asks:    Is a user who is logged in, but has no right to it, refused?
-- topic:   access-control
-- needs:   trial.access-wrong-role|services
-- by:      observed-device
-- over:    SELECT e.id FROM subject AS e JOIN service AS s ON s.entity = e.id WHERE e.kind = 'service' AND coalesce(s.scope, 'lan') <> 'loopback' AND coalesce(s.enabled, 1) = 1 AND coalesce(s.needs_login, 1) = 1 AND lower(coalesce(s.protocol, '')) NOT IN ('mdns', 'ssdp', 'dhcp', 'dhcpv6', 'dns', 'ntp', 'llmnr', 'ws-discovery')
-- empty:   services
-- finding: {what}: a user without the right was let in ({detail})
-- fix:     Check the right of the user on every request, not only the menu that is shown.
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
  ON t.kind = 'access-wrong-role'
  AND t.basis IN ('observed', 'tool', 'person')
  AND (t.entity = e.id OR t.entity IN (SELECT c.observed FROM counterpart AS c WHERE c.declared = e.id))
WHERE e.kind = 'service'
  AND coalesce(s.scope, 'lan') <> 'loopback'
  AND coalesce(s.enabled, 1) = 1
  -- Where there is no login nobody has a role: whether that is right is asked by access.refused-without-login.
  AND coalesce(s.needs_login, 1) = 1
  AND lower(coalesce(s.protocol, '')) NOT IN ('mdns', 'ssdp', 'dhcp', 'dhcpv6', 'dns', 'ntp', 'llmnr', 'ws-discovery')
  AND (t.id IS NULL OR t.result <> 'held')
