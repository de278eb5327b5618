-- check:   channel.no-personal-in-clear
-- asks:    Is all personal data encrypted on the network?
-- topic:   communication
-- needs:   flows&payload
-- by:      observed-network
-- over:    SELECT id FROM flow
-- empty:   unknown
-- finding: {what} crossed the network in the clear, to {peer}
-- fix:     Encrypt the channel it goes over.
-- risk:    test data may not look personal, and what does may be test data
SELECT
  0 AS entity,
  coalesce(x.name, 'personal data') AS what,
  NULL AS unknown,
  x.input,
  x.at,
  coalesce(f.peer_name, f.peer, 'an address that was not kept') AS peer
FROM exposure AS x
LEFT JOIN flow AS f ON f.id = x.flow
WHERE x.kind = 'personal'
