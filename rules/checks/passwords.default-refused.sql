-- check:   passwords.default-refused
-- asks:    Are the usual default passwords refused?
-- topic:   passwords
-- needs:   trial.login-default
-- by:      observed-device
-- over:    SELECT e.id FROM subject AS e JOIN auth_mechanism AS a ON a.entity = e.id WHERE e.kind = 'auth-mechanism' AND coalesce(a.over_network, 1) = 1 AND coalesce(a.factor, 'password') IN ('password', 'pin')
-- empty:   unknown
-- finding: {what} accepts a usual default password ({detail})
-- fix:     Ship no shared password: one per unit, or one that the user must set.
-- risk:    shows the one case that was tried, not all; an older failed trial counts until it is withdrawn
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN t.id IS NULL THEN 'not tried'
    WHEN t.result = 'unclear' THEN coalesce(t.detail, 'the trial gave no clear result')
  END AS unknown,
  coalesce(t.input, e.input) AS input,
  coalesce(t.detail, t.action, 'no detail was recorded') AS detail
FROM subject AS e
JOIN auth_mechanism AS a ON a.entity = e.id
LEFT JOIN trial AS t
  ON t.kind = 'login-default'
  AND t.basis IN ('observed', 'tool', 'person')
  AND (t.entity = e.id OR t.entity IN (SELECT c.observed FROM counterpart AS c WHERE c.declared = e.id))
WHERE e.kind = 'auth-mechanism'
  AND coalesce(a.over_network, 1) = 1
  AND coalesce(a.factor, 'password') IN ('password', 'pin')
  AND (t.id IS NULL OR t.result <> 'held')
