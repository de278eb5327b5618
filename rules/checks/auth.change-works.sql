-- check:   auth.change-works
-- asks:    Does changing a credential work: the old one refused, the new one accepted?
-- topic:   passwords
-- needs:   trial.credential-change
-- by:      observed-device
-- over:    SELECT e.id FROM subject AS e JOIN auth_mechanism AS a ON a.entity = e.id WHERE e.kind = 'auth-mechanism' AND coalesce(a.subject, 'user') = 'user'
-- empty:   unknown
-- finding: {what}: changing the credential did not work ({detail})
-- fix:     Make the change take effect at once everywhere: refuse the old credential and end old sessions.
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
  ON t.kind = 'credential-change'
  AND t.basis IN ('observed', 'tool', 'person')
  AND (t.entity = e.id OR t.entity IN (SELECT c.observed FROM counterpart AS c WHERE c.declared = e.id))
WHERE e.kind = 'auth-mechanism'
  AND coalesce(a.subject, 'user') = 'user'
  AND (t.id IS NULL OR t.result <> 'held')
