-- check:   update.auto-optional
-- asks:    Does switching off or postponing automatic updates work?
-- topic:   updates
-- needs:   trial.update-auto-optional
-- by:      observed-device
-- over:    SELECT e.id FROM subject AS e JOIN update_mechanism AS u ON u.entity = e.id WHERE e.kind = 'update-mechanism' AND coalesce(u.automatic, 1) = 1
-- empty:   unknown
-- finding: {what}: automatic updates could not be switched off or postponed ({detail})
-- fix:     Offer the switch or the delay, and do as it says.
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
  ON t.kind = 'update-auto-optional'
  AND t.basis IN ('observed', 'tool', 'person')
  AND (t.entity = e.id OR t.entity IN (SELECT c.observed FROM counterpart AS c WHERE c.declared = e.id))
WHERE e.kind = 'update-mechanism'
  AND coalesce(u.automatic, 1) = 1
  AND (t.id IS NULL OR t.result <> 'held')
