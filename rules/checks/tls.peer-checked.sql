-- check:   tls.peer-checked
-- asks:    Does the device refuse a false server certificate?
-- topic:   communication
-- needs:   trial.tls-false-certificate
-- by:      observed-device
-- finding: a false server certificate was accepted: {detail}
-- fix:     Check the chain, the name and the dates of the certificate before sending anything.
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
FROM (SELECT 'tls-false-certificate' AS kind) AS wanted
LEFT JOIN trial AS t
  ON t.kind = wanted.kind
  AND t.basis IN ('observed', 'tool', 'person')
WHERE t.id IS NULL
   OR t.result <> 'held'
