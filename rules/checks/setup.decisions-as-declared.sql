-- check:   setup.decisions-as-declared
-- asks:    Are decisions asked in the way that is described?
-- topic:   papers
-- needs:   trial.decision
-- by:      observed-device
-- over:    SELECT e.id FROM subject AS e WHERE e.kind = 'decision'
-- empty:   ixit.26
-- finding: {what} is not asked as described ({detail})
-- fix:     Ask it as the manual says, with the secure choice first.
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
LEFT JOIN trial AS t
  ON t.kind = 'decision'
  AND t.basis IN ('observed', 'tool', 'person')
  AND (t.entity = e.id OR t.entity IN (SELECT c.observed FROM counterpart AS c WHERE c.declared = e.id))
WHERE e.kind = 'decision'
  AND (t.id IS NULL OR t.result <> 'held')
