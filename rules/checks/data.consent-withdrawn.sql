-- check:   data.consent-withdrawn
-- asks:    Can consent be taken back in the way that is described?
-- topic:   personal-data
-- needs:   trial.consent-withdraw
-- by:      observed-device
-- over:    SELECT e.id FROM subject AS e JOIN data AS d ON d.entity = e.id WHERE e.kind = 'data' AND coalesce(d.consent, 1) = 1
-- empty:   ixit.21
-- finding: {what}: consent could not be taken back as described ({detail})
-- fix:     Make taking back as easy as agreeing, and stop the processing at once.
-- risk:    shows the one case that was tried, not all; an older failed trial counts until it is withdrawn
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN d.consent IS NULL THEN 'not stated: whether it rests on consent'
    WHEN t.id IS NULL THEN 'not tried'
    WHEN t.result = 'unclear' THEN coalesce(t.detail, 'the trial gave no clear result')
  END AS unknown,
  coalesce(t.input, e.input) AS input,
  coalesce(t.detail, t.action, 'no detail was recorded') AS detail
FROM subject AS e
JOIN data AS d ON d.entity = e.id
LEFT JOIN trial AS t
  ON t.kind = 'consent-withdraw'
  AND t.basis IN ('observed', 'tool', 'person')
  AND (t.entity = e.id OR t.entity IN (SELECT c.observed FROM counterpart AS c WHERE c.declared = e.id))
WHERE e.kind = 'data'
  AND coalesce(d.consent, 1) = 1
  AND (t.id IS NULL OR t.result <> 'held')
