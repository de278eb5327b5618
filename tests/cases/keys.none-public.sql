-- case: the keys that were found are on no list
-- expect: pass
-- covered: secrets
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/dropbear/dropbear_rsa_host_key', 'dropbear_rsa_host_key', 'file', 384, 0, 0);
INSERT INTO secret(input, file, at, kind, algorithm, bits, fingerprint) VALUES (1, 1, 0, 'private-key', 'rsa', 2048, 'k1');

-- case: a key is on a public list
-- expect: fail
-- finding: /etc/dropbear/dropbear_rsa_host_key holds a secret that is publicly known (Little Black Box)
-- covered: secrets
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/dropbear/dropbear_rsa_host_key', 'dropbear_rsa_host_key', 'file', 384, 0, 0);
INSERT INTO secret(input, file, at, kind, algorithm, bits, fingerprint, known) VALUES (1, 1, 0, 'private-key', 'rsa', 2048, 'k1', 'Little Black Box');

-- case: keys of a benchmark in the program of the benchmark are in no use
-- expect: pass
-- covered: secrets
INSERT INTO file(id, input, path, name, type, mode, uid, gid, content) VALUES (1, 1, '/usr/bin/openssl', 'openssl', 'file', 493, 0, 0, 'elf');
INSERT INTO secret(input, file, at, kind, algorithm, bits, fingerprint, known) VALUES (1, 1, 4711, 'private-key', 'rsa', 2048, 'k1', 'OpenSSL 3.0.20 apps/testrsa.h, apps/testdsa.h');

-- case: a test key stands in a program, and whether it is used is not seen
-- expect: inconclusive
-- covered: secrets
INSERT INTO file(id, input, path, name, type, mode, uid, gid, content) VALUES (1, 1, '/usr/lib/libtls.so', 'libtls.so', 'file', 493, 0, 0, 'elf');
INSERT INTO secret(input, file, at, kind, algorithm, bits, fingerprint, known) VALUES (1, 1, 4711, 'private-key', 'rsa', 2048, 'k1', 'Mbed TLS 2.28.3 tests/data_files/server2.key');

-- case: the image was not searched whole
-- expect: inconclusive
