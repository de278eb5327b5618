-- check:   passwords.forced-at-first-use
-- asks:    Is the default password changed at first use?
-- topic:   passwords
-- needs:   ixit.1
-- by:      declared
-- over:    SELECT e.id FROM declared AS e JOIN auth_mechanism AS x ON x.entity = e.id WHERE e.kind = 'auth-mechanism' AND coalesce(x.factor = 'password', 1) = 1
-- empty:   unknown
-- finding: {what}: nothing makes the user change the default password
-- fix:     Ask for a new password at first login, and do nothing else before.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN (x.factor = 'password') IS NULL THEN 'not stated: what is asked for at login'
    WHEN x.forced IS NULL AND coalesce(x.set_by, '') <> 'factory-unique' THEN 'not stated: whether the password must be changed at first use'
    WHEN x.forced = 0 AND x.set_by IS NULL THEN 'not stated: who sets the password'
  END AS unknown
FROM declared AS e
JOIN auth_mechanism AS x ON x.entity = e.id
WHERE e.kind = 'auth-mechanism'
  AND coalesce(x.factor = 'password', 1) = 1
  AND ((x.factor = 'password') IS NULL
    OR x.forced IS NULL AND coalesce(x.set_by, '') <> 'factory-unique'
    OR x.forced = 0 AND x.set_by IS NULL
    OR x.forced = 0 AND x.set_by <> 'factory-unique')
