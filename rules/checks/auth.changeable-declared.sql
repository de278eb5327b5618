-- check:   auth.changeable-declared
-- asks:    Can each credential of a user be changed?
-- topic:   passwords
-- needs:   ixit.1
-- by:      declared
-- over:    SELECT e.id FROM declared AS e JOIN auth_mechanism AS x ON x.entity = e.id WHERE e.kind = 'auth-mechanism' AND coalesce(x.subject = 'user', 1) = 1
-- empty:   unknown
-- finding: {what}: the maker says that the credential cannot be changed
-- fix:     Let the user or administrator change it, and say how in the manual.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN (x.subject = 'user') IS NULL THEN 'not stated: whether people or machines log in'
    WHEN x.changeable IS NULL THEN 'not stated: whether the credential can be changed'
  END AS unknown
FROM declared AS e
JOIN auth_mechanism AS x ON x.entity = e.id
WHERE e.kind = 'auth-mechanism'
  AND coalesce(x.subject = 'user', 1) = 1
  AND ((x.subject = 'user') IS NULL
    OR x.changeable IS NULL
    OR x.changeable = 0)
