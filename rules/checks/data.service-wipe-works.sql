-- check:   data.service-wipe-works
-- asks:    Is personal data gone from the services after deletion?
-- topic:   deletion
-- needs:   trial.wipe-service
-- by:      observed-device
-- over:    SELECT e.id FROM subject AS e WHERE e.kind = 'deletion' AND NOT EXISTS (SELECT 1 FROM field AS f WHERE f.entity = e.id AND f.name = 'Target Type' AND (f.value LIKE '%device%' OR f.value LIKE '%product%' OR f.value LIKE '%appliance%') AND NOT (f.value LIKE '%service%' OR f.value LIKE '%cloud%' OR f.value LIKE '%account%' OR f.value LIKE '%server%') AND NOT (' ' || f.value || ' ' LIKE '% not %' OR f.value LIKE '%n''t %' OR ' ' || f.value LIKE '% no %' OR f.value LIKE '%without%' OR f.value LIKE '%except%' OR f.value LIKE '%never%'))
-- empty:   unknown
-- finding: {what}: data was still at the service ({detail})
-- fix:     Let the deletion reach every service that keeps the data, backups included, and say by when.
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
LEFT JOIN trial AS t
  ON t.kind = 'wipe-service'
  AND t.basis IN ('observed', 'tool', 'person')
  AND (t.entity = e.id OR t.entity IN (SELECT c.observed FROM counterpart AS c WHERE c.declared = e.id))
WHERE e.kind = 'deletion'
  -- What erases on the device alone is tried there (data.wipe-works).
  AND NOT EXISTS (
    SELECT 1
    FROM field AS f
    WHERE f.entity = e.id
      AND f.name = 'Target Type'
      AND (f.value LIKE '%device%' OR f.value LIKE '%product%' OR f.value LIKE '%appliance%')
      AND NOT (f.value LIKE '%service%' OR f.value LIKE '%cloud%' OR f.value LIKE '%account%' OR f.value LIKE '%server%')
      -- What a sentence with "not" or the like means is not guessed.
      AND NOT (' ' || f.value || ' ' LIKE '% not %' OR f.value LIKE '%n''t %' OR ' ' || f.value LIKE '% no %' OR f.value LIKE '%without%' OR f.value LIKE '%except%' OR f.value LIKE '%never%')
  )
  AND (t.id IS NULL OR t.result <> 'held')
