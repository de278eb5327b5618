-- check:   auth.only-declared
-- asks:    Is every way to log in that was found also declared?
-- topic:   access-control
-- needs:   services&ixit.1
-- rests:   ixit.1
-- by:      observed-device
-- over:    SELECT id FROM observed WHERE kind = 'auth-mechanism'
-- finding: {what} lets users log in and is not in the product file
-- fix:     List the login in the product file, or remove it.
-- risk:    a login page can belong to a service that only redirects
SELECT
  o.id AS entity,
  o.name AS what,
  CASE WHEN EXISTS (SELECT 1 FROM declared AS d WHERE d.kind = 'auth-mechanism' AND NOT EXISTS (SELECT 1 FROM counterpart AS c WHERE c.declared = d.id))
    THEN 'a declared one that was not matched may be this one' END AS unknown
FROM observed AS o
WHERE o.kind = 'auth-mechanism'
  AND NOT EXISTS (SELECT 1 FROM counterpart AS c WHERE c.observed = o.id)
