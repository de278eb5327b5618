-- check:   update.notify-optional
-- asks:    Does switching update notices work?
-- topic:   updates
-- needs:   trial.update-notify-optional
-- by:      observed-device
-- over:    SELECT e.id FROM subject AS e JOIN update_mechanism AS u ON u.entity = e.id WHERE e.kind = 'update-mechanism' AND coalesce(u.notifies, 1) = 1
-- empty:   unknown
-- finding: {what}: update notices could not be switched ({detail})
-- fix:     Offer the switch, and do as it says.
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
  ON t.kind = 'update-notify-optional'
  AND t.basis IN ('observed', 'tool', 'person')
  AND (t.entity = e.id OR t.entity IN (SELECT c.observed FROM counterpart AS c WHERE c.declared = e.id))
WHERE e.kind = 'update-mechanism'
  AND coalesce(u.notifies, 1) = 1
  AND (t.id IS NULL OR t.result <> 'held')
