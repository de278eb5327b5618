-- check:   passwords.strength-declared
-- asks:    Is each password long enough?
-- topic:   passwords
-- needs:   ixit.1
-- by:      declared
-- over:    SELECT e.id FROM declared AS e JOIN auth_mechanism AS x ON x.entity = e.id WHERE e.kind = 'auth-mechanism' AND coalesce(x.factor = 'password', 1) = 1
-- empty:   unknown
-- finding: {what} allows passwords of {min_length} characters; {least} are wanted
-- fix:     Ask for longer passwords, and refuse common ones.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN (x.factor = 'password') IS NULL THEN 'not stated: what is asked for at login'
    WHEN x.min_length IS NULL THEN 'not stated: how short a password may be'
  END AS unknown,
  x.min_length,
  :min_password_length AS least
FROM declared AS e
JOIN auth_mechanism AS x ON x.entity = e.id
WHERE e.kind = 'auth-mechanism'
  AND coalesce(x.factor = 'password', 1) = 1
  AND ((x.factor = 'password') IS NULL
    OR x.min_length IS NULL
    OR x.min_length < :min_password_length)
