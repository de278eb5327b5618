-- check:   guard.policy-covers
-- asks:    Is all traffic that was seen within the product's policy?
-- topic:   communication
-- needs:   flows&enforcement
-- rests:   enforcement
-- by:      observed-network
-- over:    SELECT f.id FROM flow AS f WHERE EXISTS (SELECT 1 FROM policy)
-- empty:   unknown
-- finding: {what} ({transport} port {port}) is not in the policy, and was seen {flows} times
-- fix:     Add it to the policy if the product needs it; find out what it is if not.
-- risk:    addresses move behind names; match names
SELECT
  0 AS entity,
  coalesce(f.peer_name, f.peer, 'an address that was not kept') AS what,
  CASE
    WHEN f.peer IS NULL AND f.peer_name IS NULL THEN 'the other side is not known'
    WHEN f.outgoing IS NULL THEN 'it could not be told who began'
    WHEN f.port IS NULL AND f.transport IN ('tcp', 'udp') THEN 'its port is not known'
  END AS unknown,
  f.input,
  coalesce(f.transport, 'unknown') AS transport,
  coalesce(f.port, 'not known') AS port,
  f.flows
FROM (
  SELECT peer_name, peer, transport, port, outgoing, min(input) AS input, count(*) AS flows
  FROM flow
  WHERE coalesce(protocol, '') NOT IN ('dhcp', 'arp', 'ndp', 'igmp', 'mld', 'dns', 'ntp')
  GROUP BY peer_name, peer, transport, port, outgoing
) AS f
WHERE EXISTS (SELECT 1 FROM policy)
  AND NOT EXISTS (
    SELECT 1
    FROM allowed AS a
    WHERE a.peer IN (f.peer_name, f.peer, '*')
      AND a.outgoing = f.outgoing
      AND (a.transport IS NULL OR a.transport = f.transport)
      AND (a.port IS NULL OR a.port = f.port)
  )
