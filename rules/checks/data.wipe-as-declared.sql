-- check:   data.wipe-as-declared
-- asks:    Is deletion started in the way that is described?
-- topic:   deletion
-- needs:   trial.wipe-interaction
-- by:      observed-device
-- over:    SELECT e.id FROM subject AS e WHERE e.kind = 'deletion'
-- empty:   unknown
-- finding: {what} is not started as described ({detail})
-- fix:     Make the way to start it the one in the manual, or correct the manual.
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
  ON t.kind = 'wipe-interaction'
  AND t.basis IN ('observed', 'tool', 'person')
  AND (t.entity = e.id OR t.entity IN (SELECT c.observed FROM counterpart AS c WHERE c.declared = e.id))
WHERE e.kind = 'deletion'
  AND (t.id IS NULL OR t.result <> 'held')
