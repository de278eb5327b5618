-- check:   auth.crypto-as-declared
-- asks:    Does authentication use the cryptography that was declared?
-- topic:   access-control
-- needs:   tls&ixit.1
-- by:      observed-network
-- over:    SELECT id FROM declared WHERE kind = 'auth-mechanism'
-- empty:   unknown
-- finding: {what}: {seen} is used for {purpose}, and is not in the product file
-- fix:     List in the product file what is used, or use what is listed.
-- risk:    names of algorithms are compared without case and hyphens; what a long capture would show may not be in a short one
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN o.algorithm IS NULL THEN 'its cryptography was not seen'
    WHEN NOT EXISTS (SELECT 1 FROM crypto_use AS d WHERE d.entity = e.id AND d.basis = 'declared' AND d.purpose = o.purpose) THEN 'no algorithm for ' || o.purpose || ' is declared as a key (crypto:)'
  END AS unknown,
  o.algorithm AS seen,
  o.purpose
FROM declared AS e
LEFT JOIN counterpart AS c ON c.declared = e.id
LEFT JOIN crypto_use AS o ON o.entity = c.observed AND o.basis IN ('observed', 'tool')
WHERE e.kind = 'auth-mechanism'
  AND NOT EXISTS (
    SELECT 1
    FROM crypto_use AS d
    WHERE d.entity = e.id
      AND d.basis = 'declared'
      AND d.purpose = o.purpose
      AND replace(replace(lower(d.algorithm), '-', ''), '_', '') = replace(replace(lower(o.algorithm), '-', ''), '_', '')
  )
