-- check:   boot.tamper-isolated
-- asks:    Is a device that was tampered with kept off wider networks?
-- topic:   integrity
-- needs:   trial.boot-isolated
-- by:      observed-device
-- finding: a device with changed software still reached the network: {detail}
-- fix:     Let a device that fails its check open only the connection that it needs to alert somebody.
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
FROM (SELECT 'boot-isolated' AS kind) AS wanted
LEFT JOIN trial AS t
  ON t.kind = wanted.kind
  AND t.basis IN ('observed', 'tool', 'person')
WHERE t.id IS NULL
   OR t.result <> 'held'
