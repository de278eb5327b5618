-- check:   channel.no-secrets-in-clear
-- asks:    Are all passwords, keys and tokens encrypted on the network?
-- topic:   communication
-- needs:   flows&payload
-- by:      observed-network
-- over:    SELECT id FROM flow
-- empty:   unknown
-- finding: a {kind} ({what}) crossed the network in the clear, to {peer}
-- fix:     Encrypt the channel; change the secret, which is known now.
-- risk:    a word such as "token" in public data
SELECT
  0 AS entity,
  coalesce(x.name, x.kind) AS what,
  NULL AS unknown,
  x.input,
  x.at,
  x.kind,
  coalesce(f.peer_name, f.peer, 'an address that was not kept') AS peer
FROM exposure AS x
LEFT JOIN flow AS f ON f.id = x.flow
WHERE x.kind IN ('password', 'token', 'key')
