-- check:   update.downgrade-refused
-- asks:    Is an older version with known flaws refused?
-- topic:   updates
-- needs:   trial.update-old
-- by:      observed-device
-- over:    SELECT e.id FROM subject AS e JOIN update_mechanism AS u ON u.entity = e.id WHERE e.kind = 'update-mechanism'
-- empty:   unknown
-- finding: {what} accepted an older version ({detail})
-- fix:     Check a version counter that only goes up before installing.
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
JOIN update_mechanism AS u ON u.entity = e.id
LEFT JOIN trial AS t
  ON t.kind = 'update-old'
  AND t.basis IN ('observed', 'tool', 'person')
  AND (t.entity = e.id OR t.entity IN (SELECT c.observed FROM counterpart AS c WHERE c.declared = e.id))
WHERE e.kind = 'update-mechanism'
  AND (t.id IS NULL OR t.result <> 'held')
