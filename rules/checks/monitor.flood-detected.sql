-- check:   monitor.flood-detected
-- asks:    Does network equipment notice floods in what it forwards?
-- topic:   monitoring
-- needs:   trial.monitor-flood
-- by:      observed-device
-- finding: a flood went through unnoticed: {detail}
-- fix:     Count connections and packets per source, and alert or limit when they leave the usual range.
-- risk:    shows the one case that was tried, not all; an older failed trial counts until it is withdrawn
SELECT
  coalesce(t.entity, 0) AS entity,
  'the product' AS what,
  CASE
    WHEN t.id IS NULL THEN 'not tried'
    WHEN t.result = 'unclear' THEN coalesce(t.detail, 'the trial gave no clear result')
  END AS unknown,
  t.input,
  coalesce(t.detail, t.action, 'no detail was recorded') AS detail
FROM (SELECT 'monitor-flood' AS kind) AS wanted
LEFT JOIN trial AS t
  ON t.kind = wanted.kind
  AND t.basis IN ('observed', 'tool', 'person')
WHERE t.id IS NULL
   OR t.result <> 'held'
