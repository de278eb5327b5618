-- check:   traffic-control.works
-- asks:    Does network equipment filter or separate traffic?
-- topic:   attack-surface
-- needs:   trial.traffic-control
-- by:      observed-device
-- finding: traffic was not filtered or separated: {detail}
-- fix:     Drop what is not allowed between the networks, and test it from each side.
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
FROM (SELECT 'traffic-control' AS kind) AS wanted
LEFT JOIN trial AS t
  ON t.kind = wanted.kind
  AND t.basis IN ('observed', 'tool', 'person')
WHERE t.id IS NULL
   OR t.result <> 'held'
