-- check:   channel.no-plaintext
-- asks:    Is all that the product sends over the internet encrypted?
-- topic:   communication
-- needs:   flows
-- by:      observed-network
-- over:    SELECT id FROM flow WHERE coalesce(peer_scope, 'internet') = 'internet' AND coalesce(outgoing, 1) = 1
-- empty:   unknown
-- finding: the product talks to {what} without encryption ({protocol}, {flows} conversations)
-- fix:     Use TLS with a checked certificate, also where only public data is fetched.
-- risk:    public data may travel in the clear; names and time are asked for in the clear by custom
SELECT
  0 AS entity,
  coalesce(f.peer_name, f.peer, 'an address that was not kept') AS what,
  CASE
    WHEN min(f.encrypted) IS NULL THEN 'it could not be told whether it is encrypted'
    WHEN max(f.peer_scope IS NULL) THEN 'it could not be told whether it lies in the internet'
    WHEN max(f.outgoing IS NULL) THEN 'it could not be told who began'
  END AS unknown,
  min(f.input) AS input,
  coalesce(f.protocol, f.transport || ' port ' || f.port, 'protocol not known') AS protocol,
  count(*) AS flows
FROM flow AS f
WHERE coalesce(f.outgoing, 1) = 1
  AND coalesce(f.peer_scope, 'internet') = 'internet'
  AND coalesce(f.encrypted, 0) = 0
  AND coalesce(f.bytes, 1) > 0
  AND coalesce(f.protocol, '') NOT IN (SELECT value FROM json_each(:plain_protocols))
GROUP BY coalesce(f.peer_name, f.peer, 'an address that was not kept'), f.protocol, f.port, f.encrypted IS NULL, f.peer_scope IS NULL, f.outgoing IS NULL
