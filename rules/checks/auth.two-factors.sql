-- check:   auth.two-factors
-- asks:    Does every login of a user ask for two factors?
-- topic:   access-control
-- needs:   ixit.1
-- by:      declared
-- over:    SELECT e.id FROM declared AS e JOIN auth_mechanism AS x ON x.entity = e.id WHERE e.kind = 'auth-mechanism' AND coalesce(x.subject = 'user', 1) = 1
-- empty:   unknown
-- finding: {what} asks for only {factors} factor
-- fix:     Add a second factor of another kind: a code, a key, a confirmation on a paired device.
-- risk:    only for products where special data or money is at stake; the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN (x.subject = 'user') IS NULL THEN 'not stated: whether people or machines log in'
    WHEN x.factors IS NULL THEN 'not stated: how many factors are asked for'
  END AS unknown,
  x.factors
FROM declared AS e
JOIN auth_mechanism AS x ON x.entity = e.id
WHERE e.kind = 'auth-mechanism'
  AND coalesce(x.subject = 'user', 1) = 1
  AND ((x.subject = 'user') IS NULL
    OR x.factors IS NULL
    OR x.factors < 2)
