-- check:   auth.guessing-resisted
-- asks:    Does each login over the network resist guessing?
-- topic:   passwords
-- needs:   trial.login-guess
-- by:      observed-device
-- over:    SELECT e.id FROM subject AS e JOIN auth_mechanism AS a ON a.entity = e.id WHERE e.kind = 'auth-mechanism' AND coalesce(a.over_network, 1) = 1
-- empty:   unknown
-- finding: {what} does not resist guessing ({detail})
-- fix:     Slow down or lock the login after a few wrong tries, per account and per source.
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
  ON t.kind = 'login-guess'
  AND t.basis IN ('observed', 'tool', 'person')
  AND (t.entity = e.id OR t.entity IN (SELECT c.observed FROM counterpart AS c WHERE c.declared = e.id))
WHERE e.kind = 'auth-mechanism'
  AND coalesce(a.over_network, 1) = 1
  AND (t.id IS NULL OR t.result <> 'held')
