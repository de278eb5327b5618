-- check:   auth.factor-present
-- asks:    Does each login ask for some proof: a password, a key, a token?
-- topic:   access-control
-- needs:   ixit.1
-- by:      declared
-- over:    SELECT e.id FROM declared AS e JOIN auth_mechanism AS x ON x.entity = e.id WHERE e.kind = 'auth-mechanism'
-- empty:   unknown
-- finding: {what} needs no password, key or other proof
-- fix:     Ask for a password, key, token or another proof, or take the login out of the product file.
-- risk:    the maker's word; it says nothing of the device itself
SELECT
  e.id AS entity,
  e.name AS what,
  CASE
    WHEN x.factor IS NULL THEN 'not stated: what is asked for at login'
  END AS unknown
FROM declared AS e
JOIN auth_mechanism AS x ON x.entity = e.id
WHERE e.kind = 'auth-mechanism'
  AND (x.factor IS NULL
    OR x.factor = 'none')
