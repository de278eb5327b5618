-- check:   passwords.generator-declared
-- asks:    Is it said how each factory password is made?
-- topic:   passwords
-- needs:   ixit.1
-- by:      declared
-- over:    SELECT e.id FROM declared AS e JOIN auth_mechanism AS x ON x.entity = e.id WHERE e.kind = 'auth-mechanism' AND coalesce(x.factor IN ('password', 'pin'), 1) = 1 AND coalesce(x.set_by = 'factory-unique', 1) = 1
-- finding: {what}: the product file does not say how the factory password is made
-- fix:     Say how the password is drawn: source of randomness, alphabet, length.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN (x.factor IN ('password', 'pin')) IS NULL THEN 'not stated: what is asked for at login'
    WHEN (x.set_by = 'factory-unique') IS NULL THEN 'not stated: who sets the password'
    WHEN x.generator IS NULL THEN 'not stated: how the factory password is made'
  END AS unknown
FROM declared AS e
JOIN auth_mechanism AS x ON x.entity = e.id
WHERE e.kind = 'auth-mechanism'
  AND coalesce(x.factor IN ('password', 'pin'), 1) = 1
  AND coalesce(x.set_by = 'factory-unique', 1) = 1
  AND ((x.factor IN ('password', 'pin')) IS NULL
    OR (x.set_by = 'factory-unique') IS NULL
    OR x.generator IS NULL
    OR trim(x.generator) = '')
