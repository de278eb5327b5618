-- condition: auth.users-on-device
-- means:   users can log in on the device itself
-- asks:    Can users log in to the device itself?
-- needs:   ixit.1
-- letters: TS 103 701 V1.1.1 8, EN 303 645 V3.1.3 d
SELECT CASE WHEN subject = 'user' THEN 1 END
FROM auth_mechanism
WHERE coalesce(subject = 'user', entity IN (SELECT id FROM declared))
UNION ALL
SELECT 1
FROM account
WHERE can_login = 1
ORDER BY 1 DESC
LIMIT 1
