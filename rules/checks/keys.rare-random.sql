-- check:   keys.rare-random
-- asks:    Do programs that make keys draw from a sound random source?
-- topic:   cryptography
-- needs:   binaries
-- rests:   binaries
-- by:      observed-firmware
-- over:    SELECT file FROM binary
-- empty:   unknown
-- finding: {what} makes keys with mbed TLS, but the only random source that it imports is {source}()
-- fix:     Pass a generator that is seeded by the system (getrandom, mbedtls_ctr_drbg_random).
-- risk:    a program can read /dev/urandom by itself, which imports do not show
SELECT
  0 AS entity,
  f.path AS what,
  CASE
    WHEN NOT EXISTS (SELECT 1 FROM symbol AS g WHERE g.file = f.id AND g.name IN ('mbedtls_rsa_gen_key', 'mbedtls_ecp_gen_key', 'mbedtls_pk_sign'))
      THEN 'it imports ' || a.name || '() beside cryptography: needs a look at the code'
  END AS unknown,
  f.input,
  f.id AS file,
  a.name AS source
FROM symbol AS a
JOIN file AS f ON f.id = a.file
WHERE a.name IN ('rand', 'random', 'drand48')
  AND EXISTS (
    SELECT 1
    FROM symbol AS b
    WHERE b.file = a.file
      AND b.name IN ('RSA_generate_key_ex', 'EC_KEY_generate_key', 'AES_set_encrypt_key', 'EVP_EncryptInit_ex',
        'mbedtls_rsa_gen_key', 'mbedtls_ecp_gen_key', 'mbedtls_pk_sign')
  )
  AND NOT EXISTS (
    SELECT 1
    FROM symbol AS d
    WHERE d.file = a.file
      AND d.name IN ('getrandom', 'RAND_bytes', 'RAND_priv_bytes', 'mbedtls_ctr_drbg_random', 'mbedtls_hmac_drbg_random', 'getentropy',
        'arc4random', 'arc4random_buf', 'psa_generate_random')
  )
