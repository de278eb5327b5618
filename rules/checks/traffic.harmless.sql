-- check:   traffic.harmless
-- asks:    Does the product leave other devices alone (no floods, no scans, no attacks)?
-- topic:   resilience
-- needs:   flows
-- by:      observed-network
-- over:    SELECT id FROM flow WHERE coalesce(outgoing, 1) = 1
-- empty:   unknown
-- finding: {what}: {flows} connections to {peers} peers; it looks like a flood or a scan
-- fix:     Limit how often and to how many the product connects; look for a foreign program on it.
-- risk:    discovery after start is bursty
SELECT
  0 AS entity,
  CASE WHEN f.began IS NULL THEN 'connections without a time' ELSE 'minute ' || CAST(f.began / 60 AS INTEGER) || ' of the capture' END AS what,
  CASE
    WHEN f.began IS NULL THEN 'when they began is not known'
    WHEN sum(f.outgoing IS NULL) > 0 AND sum(coalesce(f.outgoing, 0)) <= :max_flows_minute
      AND count(DISTINCT CASE WHEN f.outgoing = 1 THEN f.peer END) <= :max_peers_minute
      THEN 'it could not be told who began'
  END AS unknown,
  f.input,
  count(DISTINCT f.peer) AS peers,
  count(*) AS flows
FROM flow AS f
WHERE coalesce(f.outgoing, 1) = 1
GROUP BY f.input, CAST(f.began / 60 AS INTEGER)
HAVING count(DISTINCT f.peer) > :max_peers_minute
    OR count(*) > :max_flows_minute
