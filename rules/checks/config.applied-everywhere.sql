-- check:   config.applied-everywhere
-- asks:    Do settings reach all parts of the product?
-- topic:   access-control
-- needs:   trial.config-apply
-- by:      observed-device
-- finding: a setting did not reach every part: {detail}
-- fix:     Spread a setting to device, app and service, and say so when a part could not be reached.
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
FROM (SELECT 'config-apply' AS kind) AS wanted
LEFT JOIN trial AS t
  ON t.kind = wanted.kind
  AND t.basis IN ('observed', 'tool', 'person')
WHERE t.id IS NULL
   OR t.result <> 'held'
