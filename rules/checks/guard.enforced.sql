-- check:   guard.enforced
-- asks:    Does the network enforce the product's policy now, whole and tested?
-- topic:   communication
-- needs:   enforcement
-- rests:   enforcement
-- by:      observed-network
-- over:    SELECT id FROM policy
-- empty:   unknown
-- finding: the policy {what} {flaw}
-- fix:     Load the rules again, read them back, and try a packet that must not pass.
-- risk:    what the gateway reports of itself
SELECT
  0 AS entity,
  coalesce(p.url, 'of the product') AS what,
  CASE
    WHEN e.began IS NULL AND e.policy IS NOT NULL THEN 'when its enforcement began is not known'
    WHEN e.policy IS NULL OR e.ended <= :today || 'T23:59:59Z' OR e.intact = 0 OR e.tested = 0 THEN NULL
    WHEN julianday(e.checked) IS NULL THEN 'the rules in force were never read back'
    WHEN julianday(e.checked) > julianday(:today) + 1 THEN 'they were read back in the future'
    WHEN julianday(:today) - julianday(e.checked) > :guard_hours / 24.0 THEN 'the rules in force were read back too long ago'
    WHEN e.intact IS NULL THEN 'whether the rules were whole is not known'
    ELSE 'whether blocking was tried is not known'
  END AS unknown,
  p.input,
  CASE
    WHEN e.policy IS NULL THEN 'is not enforced'
    WHEN e.ended IS NOT NULL THEN 'is no longer enforced'
    WHEN e.intact = 0 THEN 'was not whole when it was read back'
    ELSE 'let through what it must block'
  END AS flaw
FROM policy AS p
LEFT JOIN (
  SELECT policy, began, ended, checked, intact, tested, row_number() OVER (PARTITION BY policy ORDER BY began DESC) AS nth
  FROM enforcement
) AS e ON e.policy = p.id AND e.nth = 1
WHERE NOT coalesce(
  e.began IS NOT NULL
  AND (e.ended IS NULL OR e.ended > :today || 'T23:59:59Z')
  AND e.intact = 1
  AND e.tested = 1
  AND julianday(:today) - julianday(e.checked) <= :guard_hours / 24.0
  AND julianday(e.checked) <= julianday(:today) + 1, 0)
