-- condition: auth.cryptographic
-- means:   somebody or something can log in by cryptography
-- asks:    Does any login rest on cryptography: keys, certificates, hashed passwords?
-- needs:   ixit.1
-- letters: EN 303 645 V3.1.3 c
SELECT 1
FROM crypto_use AS u
JOIN entity AS e ON e.id = u.entity
WHERE e.kind = 'auth-mechanism'
UNION ALL
SELECT 1
FROM auth_mechanism
WHERE factor IN ('key', 'certificate', 'token')
LIMIT 1
