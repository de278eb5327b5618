-- check:   passwords.declared-per-unit
-- asks:    Is every factory password unique per unit?
-- topic:   passwords
-- needs:   ixit.1
-- by:      declared
-- over:    SELECT e.id FROM declared AS e JOIN auth_mechanism AS x ON x.entity = e.id WHERE e.kind = 'auth-mechanism' AND coalesce(x.factor IN ('password', 'pin'), 1) = 1
-- empty:   unknown
-- finding: {what}: the maker says that all units share the password
-- fix:     Give each unit its own password, or make the user set one before the login works.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN (x.factor IN ('password', 'pin')) IS NULL THEN 'not stated: what is asked for at login'
    WHEN x.set_by IS NULL THEN 'not stated: who sets the password'
  END AS unknown
FROM declared AS e
JOIN auth_mechanism AS x ON x.entity = e.id
WHERE e.kind = 'auth-mechanism'
  AND coalesce(x.factor IN ('password', 'pin'), 1) = 1
  AND ((x.factor IN ('password', 'pin')) IS NULL
    OR x.set_by IS NULL
    OR x.set_by = 'factory-shared')
