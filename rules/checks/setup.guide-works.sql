-- check:   setup.guide-works
-- asks:    Does the guide lead to a secure set-up?
-- topic:   papers
-- needs:   trial.setup
-- by:      observed-device
-- finding: the guide did not lead to a secure set-up: {detail}
-- fix:     Walk through the guide with somebody new, and correct the steps that fail.
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
FROM (SELECT 'setup' AS kind) AS wanted
LEFT JOIN trial AS t
  ON t.kind = wanted.kind
  AND t.basis IN ('observed', 'tool', 'person')
WHERE t.id IS NULL
   OR t.result <> 'held'
