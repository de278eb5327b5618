-- check:   auth.machine-not-password
-- asks:    Do machines log in with something better than a password?
-- topic:   access-control
-- needs:   ixit.1
-- by:      declared
-- over:    SELECT e.id FROM declared AS e JOIN auth_mechanism AS x ON x.entity = e.id WHERE e.kind = 'auth-mechanism' AND coalesce(x.subject = 'machine', 1) = 1
-- empty:   unknown
-- finding: {what}: a machine logs in with a {factor}
-- fix:     Use keys, certificates or tokens between machines.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN (x.subject = 'machine') IS NULL THEN 'not stated: whether people or machines log in'
    WHEN x.factor IS NULL THEN 'not stated: what is asked for at login'
  END AS unknown,
  x.factor
FROM declared AS e
JOIN auth_mechanism AS x ON x.entity = e.id
WHERE e.kind = 'auth-mechanism'
  AND coalesce(x.subject = 'machine', 1) = 1
  AND ((x.subject = 'machine') IS NULL
    OR x.factor IS NULL
    OR x.factor IN ('password', 'pin'))
