-- condition: passwords.used
-- means:   passwords or PINs are used to log in to the product
-- asks:    Does anybody or anything log in to the product with a password or PIN?
-- needs:   ixit.1
-- letters: TS 103 701 V1.1.1 1, EN 303 645 V3.1.3 a
SELECT CASE WHEN factor IN ('password', 'pin') THEN 1 END
FROM auth_mechanism
WHERE coalesce(factor IN ('password', 'pin'), entity IN (SELECT id FROM declared))
UNION ALL
SELECT 1
FROM account
WHERE can_login = 1
ORDER BY 1 DESC
LIMIT 1
