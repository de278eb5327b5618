-- condition: auth.cryptographic
-- means:   somebody or something can log in by cryptography
-- asks:    Does any login rest on cryptography: keys, certificates, hashed passwords?
-- needs:   ixit.1
-- letters: EN 303 645 V3.1.3 c
SELECT CASE WHEN factor IN ('key', 'certificate', 'token') THEN 1 END
FROM auth_mechanism
WHERE coalesce(factor IN ('key', 'certificate', 'token'), entity IN (SELECT id FROM declared))
UNION ALL
SELECT 1
FROM crypto_use AS u
JOIN entity AS e ON e.id = u.entity
WHERE e.kind = 'auth-mechanism'
ORDER BY 1 DESC
LIMIT 1
