-- check:   guard.blocks
-- asks:    Is traffic outside the policy really dropped?
-- topic:   communication
-- needs:   trial.guard-block
-- by:      observed-device
-- finding: traffic outside the policy got through: {detail}
-- fix:     Load the rules of the gateway again, and test with a packet that must not pass.
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
FROM (SELECT 'guard-block' AS kind) AS wanted
LEFT JOIN trial AS t
  ON t.kind = wanted.kind
  AND t.basis IN ('observed', 'tool', 'person')
WHERE t.id IS NULL
   OR t.result <> 'held'
