-- check:   notify.privacy-change
-- asks:    Is the user told of changes that touch privacy?
-- topic:   personal-data
-- needs:   trial.notify-change
-- by:      observed-device
-- finding: a change that touches privacy was not told to the user: {detail}
-- fix:     Tell the user before the change takes effect, in the app or on the device.
-- risk:    shows the one case that was tried, not all; an older failed trial counts until it is withdrawn
SELECT
  coalesce(t.entity, 0) AS entity,
  'the product' AS what,
  CASE
    WHEN t.id IS NULL THEN 'not tried'
    WHEN t.result = 'unclear' THEN coalesce(t.detail, 'the trial gave no clear result')
  END AS unknown,
  t.input,
  coalesce(t.detail, t.action, 'no detail was recorded') AS detail
FROM (SELECT 'notify-change' AS kind) AS wanted
LEFT JOIN trial AS t
  ON t.kind = wanted.kind
  AND t.basis IN ('observed', 'tool', 'person')
WHERE t.id IS NULL
   OR t.result <> 'held'
