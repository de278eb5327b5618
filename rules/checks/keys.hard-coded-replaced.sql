-- check:   keys.hard-coded-replaced
-- asks:    Is a fixed secret really replaced before use?
-- topic:   secure-storage
-- needs:   trial.secret-replaced
-- by:      observed-device
-- over:    SELECT e.id FROM subject AS e JOIN parameter AS p ON p.entity = e.id WHERE e.kind = 'parameter' AND coalesce(p.class, 'critical') = 'critical' AND coalesce(p.hard_coded, 1) = 1
-- empty:   ixit.10
-- finding: {what} is still in use after set-up ({detail})
-- fix:     Create a new secret at first start, and erase the fixed one.
-- risk:    shows the one case that was tried, not all; an older failed trial counts until it is withdrawn
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN p.hard_coded IS NULL THEN 'not stated: whether it is fixed in the software'
    WHEN t.id IS NULL THEN 'not tried'
    WHEN t.result = 'unclear' THEN coalesce(t.detail, 'the trial gave no clear result')
  END AS unknown,
  coalesce(t.input, e.input) AS input,
  coalesce(t.detail, t.action, 'no detail was recorded') AS detail
FROM subject AS e
JOIN parameter AS p ON p.entity = e.id
LEFT JOIN trial AS t
  ON t.kind = 'secret-replaced'
  AND t.basis IN ('observed', 'tool', 'person')
  AND (t.entity = e.id OR t.entity IN (SELECT c.observed FROM counterpart AS c WHERE c.declared = e.id))
WHERE e.kind = 'parameter'
  AND coalesce(p.class, 'critical') = 'critical'
  AND coalesce(p.hard_coded, 1) = 1
  AND (t.id IS NULL OR t.result <> 'held')
