-- check:   data.consent-asked
-- asks:    Is consent asked for in the way that is described?
-- topic:   personal-data
-- needs:   trial.consent
-- by:      observed-device
-- over:    SELECT e.id FROM subject AS e JOIN data AS d ON d.entity = e.id WHERE e.kind = 'data' AND coalesce(d.consent, 1) = 1
-- empty:   ixit.21
-- finding: {what}: consent was not asked as described ({detail})
-- fix:     Ask before the first recording, in words that name the purpose, with no as easy as yes.
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
  ON t.kind = 'consent'
  AND t.basis IN ('observed', 'tool', 'person')
  AND (t.entity = e.id OR t.entity IN (SELECT c.observed FROM counterpart AS c WHERE c.declared = e.id))
WHERE e.kind = 'data'
  AND coalesce(d.consent, 1) = 1
  AND (t.id IS NULL OR t.result <> 'held')
