-- check:   update.transport-protected
-- asks:    Do updates travel protected?
-- topic:   updates
-- needs:   flows&payload
-- by:      observed-network
-- over:    SELECT id FROM flow WHERE purpose = 'update' OR id IN (SELECT flow FROM exposure WHERE kind = 'firmware')
-- empty:   unknown
-- finding: an update came from {what} without encryption
-- fix:     Fetch updates over TLS with a checked certificate, besides signing them.
-- risk:    signed updates may travel in the clear: read it with update.signature-verified
SELECT
  0 AS entity,
  coalesce(f.peer_name, f.peer, 'an address that was not kept') AS what,
  CASE WHEN f.encrypted IS NULL AND max(x.flow) IS NULL THEN 'it could not be told whether it is encrypted' END AS unknown,
  f.input,
  min(x.at) AS at
FROM flow AS f
LEFT JOIN exposure AS x ON x.flow = f.id AND x.kind = 'firmware'
WHERE f.purpose = 'update' AND coalesce(f.encrypted, 0) = 0
   OR x.flow IS NOT NULL
GROUP BY f.id
