-- check:   input.malformed-refused
-- asks:    Does unexpected input leave the product unharmed?
-- topic:   input
-- needs:   trial.input-malformed
-- by:      observed-device
-- over:    SELECT e.id FROM subject AS e WHERE e.kind IN ('user-interface', 'api', 'validation')
-- empty:   unknown
-- finding: {what}: unexpected input did harm ({detail})
-- fix:     Check type, length and range of every input before it is used, and never pass it to a shell.
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
  ON t.kind = 'input-malformed'
  AND t.basis IN ('observed', 'tool', 'person')
  AND (t.entity = e.id OR t.entity IN (SELECT c.observed FROM counterpart AS c WHERE c.declared = e.id))
WHERE e.kind IN ('user-interface', 'api', 'validation')
  AND (t.id IS NULL OR t.result <> 'held')
