-- case: the image holds only public keys
-- expect: pass
-- covered: secrets
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/update.pub', 'update.pub', 'file', 420, 0, 0);
INSERT INTO secret(input, file, at, kind, algorithm, bits, fingerprint) VALUES (1, 1, 0, 'public-key', 'ecc', 256, 'p1');

-- case: a secret was read and none is there
-- expect: pass
-- covered: secrets

-- case: a host key is in the image
-- expect: fail
-- finding: /etc/dropbear/dropbear_rsa_host_key holds a private key, the same in every unit
-- covered: secrets
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/dropbear/dropbear_rsa_host_key', 'dropbear_rsa_host_key', 'file', 384, 0, 0);
INSERT INTO secret(input, file, at, kind, algorithm, bits, locked, fingerprint) VALUES (1, 1, 0, 'private-key', 'rsa', 2048, 0, 'k1');

-- case: a private key counts even if the rest was not read
-- expect: fail
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/dropbear/dropbear_rsa_host_key', 'dropbear_rsa_host_key', 'file', 384, 0, 0);
INSERT INTO secret(input, file, at, kind, algorithm, bits, fingerprint) VALUES (1, 1, 0, 'private-key', 'rsa', 2048, 'k1');

-- case: a key that is locked by a password is not in the clear
-- expect: pass
-- covered: secrets
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/dropbear/dropbear_rsa_host_key', 'dropbear_rsa_host_key', 'file', 384, 0, 0);
INSERT INTO secret(input, file, at, kind, algorithm, bits, locked, fingerprint) VALUES (1, 1, 0, 'private-key', 'rsa', 2048, 1, 'k1');

-- case: a test key of a library in its own code is no secret of the product
-- expect: pass
-- covered: secrets
INSERT INTO file(id, input, path, name, type, mode, uid, gid, content) VALUES (1, 1, '/usr/bin/openssl', 'openssl', 'file', 493, 0, 0, 'elf');
INSERT INTO secret(input, file, at, kind, algorithm, bits, locked, fingerprint, known) VALUES (1, 1, 4711, 'private-key', 'rsa', 2048, 0, 'k1', 'OpenSSL 3.0.20 apps/testrsa.h');

-- case: a key in a program that nobody published is one of the product
-- expect: fail
-- finding: /usr/bin/agent holds a private key, the same in every unit
-- covered: secrets
INSERT INTO file(id, input, path, name, type, mode, uid, gid, content) VALUES (1, 1, '/usr/bin/agent', 'agent', 'file', 493, 0, 0, 'elf');
INSERT INTO secret(input, file, at, kind, algorithm, bits, locked, fingerprint) VALUES (1, 1, 4711, 'private-key', 'rsa', 2048, 0, 'k1');

-- case: a test key in a file of its own is used
-- expect: fail
-- covered: secrets
INSERT INTO file(id, input, path, name, type, mode, uid, gid, content) VALUES (1, 1, '/etc/server.key', 'server.key', 'file', 384, 0, 0, 'text');
INSERT INTO secret(input, file, at, kind, algorithm, bits, locked, fingerprint, known) VALUES (1, 1, 0, 'private-key', 'rsa', 2048, 0, 'k1', 'Mbed TLS 2.28.3 tests/data_files/server2.key');

-- case: the image was not searched whole
-- expect: inconclusive
