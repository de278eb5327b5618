-- check:   update.consent-asked
-- asks:    Does the user agree before automatic updates start?
-- topic:   updates
-- needs:   trial.update-consent
-- by:      observed-device
-- over:    SELECT e.id FROM subject AS e JOIN update_mechanism AS u ON u.entity = e.id WHERE e.kind = 'update-mechanism' AND coalesce(u.automatic, 1) = 1
-- empty:   unknown
-- finding: {what}: the user was not asked before automatic updates ({detail})
-- fix:     Ask once at set-up, with a clear way to say no.
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
  ON t.kind = 'update-consent'
  AND t.basis IN ('observed', 'tool', 'person')
  AND (t.entity = e.id OR t.entity IN (SELECT c.observed FROM counterpart AS c WHERE c.declared = e.id))
WHERE e.kind = 'update-mechanism'
  AND coalesce(u.automatic, 1) = 1
  AND (t.id IS NULL OR t.result <> 'held')
