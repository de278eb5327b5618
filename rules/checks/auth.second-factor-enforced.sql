-- check:   auth.second-factor-enforced
-- asks:    Is a login with one factor refused where two are due?
-- topic:   access-control
-- needs:   trial.login-one-factor
-- by:      observed-device
-- over:    SELECT e.id FROM subject AS e JOIN auth_mechanism AS a ON a.entity = e.id WHERE e.kind = 'auth-mechanism' AND coalesce(a.factors, 2) >= 2
-- empty:   unknown
-- finding: {what}: one factor alone was enough ({detail})
-- fix:     Give access only after both factors were checked, on every path to the same function.
-- risk:    shows the one case that was tried, not all; an older failed trial counts until it is withdrawn
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN a.factors IS NULL THEN 'not stated: how many factors it asks for'
    WHEN t.id IS NULL THEN 'not tried'
    WHEN t.result = 'unclear' THEN coalesce(t.detail, 'the trial gave no clear result')
  END AS unknown,
  coalesce(t.input, e.input) AS input,
  coalesce(t.detail, t.action, 'no detail was recorded') AS detail
FROM subject AS e
JOIN auth_mechanism AS a ON a.entity = e.id
LEFT JOIN trial AS t
  ON t.kind = 'login-one-factor'
  AND t.basis IN ('observed', 'tool', 'person')
  AND (t.entity = e.id OR t.entity IN (SELECT c.observed FROM counterpart AS c WHERE c.declared = e.id))
WHERE e.kind = 'auth-mechanism'
  AND coalesce(a.factors, 2) >= 2
  AND (t.id IS NULL OR t.result <> 'held')
