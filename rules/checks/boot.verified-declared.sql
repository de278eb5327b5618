-- check:   boot.verified-declared
-- asks:    Is there a secure boot that verifies where the software comes from?
-- topic:   integrity
-- needs:   ixit.20
-- rests:   ixit.20
-- by:      declared
-- finding: {flaw}
-- fix:     Verify a signature on each stage before it runs.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  coalesce(e.id, 0) AS entity,
  coalesce(e.name, 'secure boot') AS what,
  CASE
    WHEN e.id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM crypto_use AS u WHERE u.entity = e.id AND u.purpose = 'hash')
      THEN 'not stated: with which algorithm it verifies'
  END AS unknown,
  CASE
    WHEN e.id IS NULL THEN 'no secure boot is declared'
    ELSE e.name || ' only compares digests, which whoever changes the software can change too'
  END AS flaw
FROM (SELECT 'boot' AS kind) AS wanted
LEFT JOIN declared AS e ON e.kind = wanted.kind
WHERE e.id IS NULL
   OR NOT EXISTS (SELECT 1 FROM crypto_use AS u WHERE u.entity = e.id AND u.purpose IN ('signature', 'mac'))
