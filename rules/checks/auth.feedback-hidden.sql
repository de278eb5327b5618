-- check:   auth.feedback-hidden
-- asks:    Is the secret hidden while it is typed, and does a refusal give nothing away?
-- topic:   passwords
-- needs:   trial.login-feedback
-- by:      observed-device
-- finding: the login gives something away: {detail}
-- fix:     Hide the secret while it is typed, and answer a wrong name and a wrong password with the same words.
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
FROM (SELECT 'login-feedback' AS kind) AS wanted
LEFT JOIN trial AS t
  ON t.kind = wanted.kind
  AND t.basis IN ('observed', 'tool', 'person')
WHERE t.id IS NULL
   OR t.result <> 'held'
