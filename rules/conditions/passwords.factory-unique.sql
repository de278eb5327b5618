-- condition: passwords.factory-unique
-- means:   the factory sets a password of its own for each unit
-- asks:    Does each unit leave the factory with a password of its own?
-- needs:   ixit.1
-- letters: TS 103 701 V1.1.1 2, EN 303 645 V3.1.3 b
-- A certificate or key that the factory makes for each unit is no password.
SELECT CASE WHEN set_by = 'factory-unique' AND factor IN ('password', 'pin') THEN 1 END
FROM auth_mechanism
WHERE coalesce(set_by = 'factory-unique', entity IN (SELECT id FROM declared))
  AND coalesce(factor, 'password') IN ('password', 'pin')
ORDER BY 1 DESC
LIMIT 1
