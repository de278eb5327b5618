-- check:   channel.retry-observed
-- asks:    Are attempts to connect again spread in time?
-- topic:   resilience
-- needs:   flows&window
-- by:      observed-network
-- over:    SELECT id FROM flow WHERE outgoing = 1 AND seconds < 1
-- empty:   unknown
-- finding: {what} was called again every {gap} seconds, {times} times, without any variation
-- fix:     Wait longer after each failure, and add a random part.
-- risk:    polling by design is regular, too; retries show only while the other side is away
SELECT
  0 AS entity,
  g.peer AS what,
  CASE
    WHEN count(g.gap) < 5 THEN 'fewer than five attempts to connect again were seen'
  END AS unknown,
  g.input,
  round(avg(g.gap), 1) AS gap,
  count(g.gap) AS times
FROM (
  SELECT
    input,
    coalesce(peer_name, peer) AS peer,
    port,
    began - lag(began) OVER (PARTITION BY input, coalesce(peer_name, peer), port ORDER BY began) AS gap
  FROM flow
  WHERE outgoing = 1
    AND seconds < 1
) AS g
GROUP BY g.input, g.peer, g.port
HAVING count(g.gap) = 0 AND (SELECT max(n) FROM (SELECT count(*) AS n FROM flow WHERE outgoing = 1 AND seconds < 1 GROUP BY input, coalesce(peer_name, peer), port)) < 6
    OR count(g.gap) BETWEEN 1 AND 4 AND max(g.gap) - min(g.gap) < 0.05 * avg(g.gap) AND avg(g.gap) < :min_retry_seconds
    OR count(g.gap) >= 5 AND max(g.gap) - min(g.gap) < 0.05 * avg(g.gap) AND avg(g.gap) < :min_retry_seconds
