-- check:   log.persistent
-- asks:    Do the logs survive a restart?
-- topic:   logging
-- needs:   trial.log-restart
-- by:      observed-device
-- finding: the logs did not survive a restart: {detail}
-- fix:     Write security events to storage that survives a restart.
-- risk:    shows the one case that was tried, not all; an older failed trial counts until it is withdrawn
WITH one AS (
  SELECT e.id, e.name FROM subject AS e WHERE e.kind = 'log'
  UNION ALL SELECT 0, 'the product' WHERE NOT EXISTS (SELECT 1 FROM subject AS e WHERE e.kind = 'log')
),
tried AS (
  SELECT t.*, coalesce((SELECT o.id FROM one AS o WHERE o.id = t.entity OR o.id IN (
    SELECT c.declared FROM counterpart AS c WHERE c.observed = t.entity)), 0) AS of_one
  FROM trial AS t
  WHERE t.kind = 'log-restart'
    AND t.basis IN ('observed', 'tool', 'person')
)
SELECT
  o.id AS entity,
  o.name AS what,
  CASE
    WHEN t.id IS NULL THEN 'not tried'
    WHEN t.result = 'unclear' THEN coalesce(t.detail, 'the trial gave no clear result')
  END AS unknown,
  t.input,
  coalesce(t.detail, t.action, 'no detail was recorded') AS detail
FROM one AS o
LEFT JOIN tried AS t
  ON t.of_one = o.id
  OR t.of_one = 0 AND (t.result <> 'held' OR (SELECT count(*) FROM one) = 1)
WHERE t.id IS NULL
   OR t.result <> 'held'
