-- check:   backup.works
-- asks:    Do backup and restore work?
-- topic:   resilience
-- needs:   trial.backup&trial.restore
-- by:      observed-device
-- finding: {what} did not work: {detail}
-- fix:     Test backup and restore on the shipped version, and protect what the backup holds.
-- risk:    shows the one case that was tried, not all; an older failed trial counts until it is withdrawn
SELECT
  coalesce(t.entity, 0) AS entity,
  wanted.kind AS what,
  CASE
    WHEN t.id IS NULL THEN 'not tried'
    WHEN t.result = 'unclear' THEN coalesce(t.detail, 'the trial gave no clear result')
  END AS unknown,
  t.input,
  coalesce(t.detail, t.action, 'no detail was recorded') AS detail
FROM (SELECT 'backup' AS kind UNION ALL SELECT 'restore') AS wanted
LEFT JOIN trial AS t
  ON t.kind = wanted.kind
  AND t.basis IN ('observed', 'tool', 'person')
WHERE t.id IS NULL
   OR t.result <> 'held'
