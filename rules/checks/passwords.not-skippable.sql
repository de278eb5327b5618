-- check:   passwords.not-skippable
-- asks:    Does the user have to have a password?
-- topic:   passwords
-- needs:   ixit.1
-- by:      declared
-- over:    SELECT e.id FROM declared AS e JOIN auth_mechanism AS x ON x.entity = e.id WHERE e.kind = 'auth-mechanism' AND coalesce(x.factor = 'password', 1) = 1 AND coalesce(x.subject = 'user', 1) = 1
-- empty:   unknown
-- finding: {what}: the user can do without a password
-- fix:     Remove the way around the password.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN (x.factor = 'password') IS NULL THEN 'not stated: what is asked for at login'
    WHEN (x.subject = 'user') IS NULL THEN 'not stated: whether people or machines log in'
    WHEN x.skippable IS NULL THEN 'not stated: whether the user can do without a password'
  END AS unknown
FROM declared AS e
JOIN auth_mechanism AS x ON x.entity = e.id
WHERE e.kind = 'auth-mechanism'
  AND coalesce(x.factor = 'password', 1) = 1
  AND coalesce(x.subject = 'user', 1) = 1
  AND ((x.factor = 'password') IS NULL
    OR (x.subject = 'user') IS NULL
    OR x.skippable IS NULL
    OR x.skippable = 1)
