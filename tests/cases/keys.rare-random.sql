-- case: the program draws from the system
-- expect: pass
-- covered: binaries
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/usr/sbin/keyd', 'keyd', 'file', 493, 0, 0);
INSERT INTO binary(file, kind, arch, nx, pie, relro, canary, fortify, stripped, listens) VALUES (1, 'program', 'arm', 1, 1, 'full', 1, 1, 1, 1);
INSERT INTO symbol(file, name, direction) VALUES (1, 'mbedtls_rsa_gen_key', 'import');
INSERT INTO symbol(file, name, direction) VALUES (1, 'mbedtls_ctr_drbg_random', 'import');
INSERT INTO symbol(file, name, direction) VALUES (1, 'rand', 'import');

-- case: the program passes rand() to mbed TLS
-- expect: fail
-- finding: /usr/sbin/keyd makes keys with mbed TLS, but the only random source that it imports is rand()
-- covered: binaries
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/usr/sbin/keyd', 'keyd', 'file', 493, 0, 0);
INSERT INTO binary(file, kind, arch, nx, pie, relro, canary, fortify, stripped, listens) VALUES (1, 'program', 'arm', 1, 1, 'full', 1, 1, 1, 1);
INSERT INTO symbol(file, name, direction) VALUES (1, 'mbedtls_rsa_gen_key', 'import');
INSERT INTO symbol(file, name, direction) VALUES (1, 'rand', 'import');

-- case: the program uses rand() beside OpenSSL
-- expect: inconclusive
-- covered: binaries
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/usr/sbin/keyd', 'keyd', 'file', 493, 0, 0);
INSERT INTO binary(file, kind, arch, nx, pie, relro, canary, fortify, stripped, listens) VALUES (1, 'program', 'arm', 1, 1, 'full', 1, 1, 1, 1);
INSERT INTO symbol(file, name, direction) VALUES (1, 'RSA_generate_key_ex', 'import');
INSERT INTO symbol(file, name, direction) VALUES (1, 'rand', 'import');

-- case: no program was found
-- expect: inconclusive
-- covered: binaries
