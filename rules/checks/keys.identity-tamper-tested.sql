-- check:   keys.identity-tamper-tested
-- asks:    Does the fixed identity resist tampering?
-- topic:   secure-storage
-- needs:   trial.identity-tamper
-- by:      observed-device
-- over:    SELECT e.id FROM subject AS e JOIN parameter AS p ON p.entity = e.id WHERE e.kind = 'parameter' AND coalesce(p.identity, 1) = 1
-- empty:   ixit.10
-- finding: {what} could be read or changed ({detail})
-- fix:     Keep it in a secure element, fuses or a trusted execution environment.
-- risk:    shows the one case that was tried, not all; an older failed trial counts until it is withdrawn
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN p.identity IS NULL THEN 'not stated: whether it is an identity of the unit'
    WHEN t.id IS NULL THEN 'not tried'
    WHEN t.result = 'unclear' THEN coalesce(t.detail, 'the trial gave no clear result')
  END AS unknown,
  coalesce(t.input, e.input) AS input,
  coalesce(t.detail, t.action, 'no detail was recorded') AS detail
FROM subject AS e
JOIN parameter AS p ON p.entity = e.id
LEFT JOIN trial AS t
  ON t.kind = 'identity-tamper'
  AND t.basis IN ('observed', 'tool', 'person')
  AND (t.entity = e.id OR t.entity IN (SELECT c.observed FROM counterpart AS c WHERE c.declared = e.id))
WHERE e.kind = 'parameter'
  AND coalesce(p.identity, 1) = 1
  AND (t.id IS NULL OR t.result <> 'held')
