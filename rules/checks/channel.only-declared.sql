-- check:   channel.only-declared
-- asks:    Is every peer that the device talks to declared?
-- topic:   communication
-- needs:   flows&ixit.11
-- rests:   ixit.11
-- by:      observed-network
-- over:    SELECT id FROM flow
-- empty:   unknown
-- finding: the device talks to {what} (port {port}), which is not in the product file
-- fix:     List the connection in the product file, or stop the product from making it.
-- risk:    names behind a content network move: names are compared, addresses only where there is none
SELECT
  0 AS entity,
  coalesce(f.peer_name, f.peer, 'an address that was not kept') AS what,
  CASE
    WHEN f.peer IS NULL AND f.peer_name IS NULL THEN 'the other side is not known'
    WHEN EXISTS (SELECT 1 FROM declared AS e LEFT JOIN channel AS c ON c.entity = e.id WHERE e.kind = 'channel' AND c.peer IS NULL)
      THEN 'a declared channel names no peer, and may be this one'
  END AS unknown,
  f.port,
  min(f.input) AS input
FROM flow AS f
WHERE f.channel IS NULL
  AND coalesce(f.protocol, '') NOT IN ('dhcp', 'arp', 'ndp', 'mdns', 'igmp')
  AND NOT EXISTS (
    SELECT 1
    FROM declared AS e
    JOIN channel AS c ON c.entity = e.id
    WHERE e.kind = 'channel'
      AND lower(c.peer) IN (lower(f.peer_name), lower(f.peer))
  )
GROUP BY coalesce(f.peer_name, f.peer), f.port
