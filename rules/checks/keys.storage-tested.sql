-- check:   keys.storage-tested
-- asks:    Does the protection of each stored secret hold?
-- topic:   secure-storage
-- needs:   trial.secret-read
-- by:      observed-device
-- over:    SELECT e.id FROM subject AS e JOIN parameter AS p ON p.entity = e.id WHERE e.kind = 'parameter' AND coalesce(p.class, 'critical') = 'critical'
-- empty:   ixit.10
-- finding: {what} could be read in spite of its protection ({detail})
-- fix:     Encrypt it with a key that only this chip can use, or keep it in secure hardware.
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
JOIN parameter AS p ON p.entity = e.id
LEFT JOIN trial AS t
  ON t.kind = 'secret-read'
  AND t.basis IN ('observed', 'tool', 'person')
  AND (t.entity = e.id OR t.entity IN (SELECT c.observed FROM counterpart AS c WHERE c.declared = e.id))
WHERE e.kind = 'parameter'
  AND coalesce(p.class, 'critical') = 'critical'
  AND (t.id IS NULL OR t.result <> 'held')
