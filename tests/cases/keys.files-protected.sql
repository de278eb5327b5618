-- case: the key file is closed
-- expect: pass
-- covered: secrets, files
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/dropbear/dropbear_rsa_host_key', 'dropbear_rsa_host_key', 'file', 384, 0, 0);
INSERT INTO secret(input, file, at, kind, algorithm, bits, fingerprint) VALUES (1, 1, 0, 'private-key', 'rsa', 2048, 'k1');

-- case: everybody can read the key file
-- expect: fail
-- finding: /etc/server.pem holds a secret and every user can read it (mode 0644)
-- covered: secrets, files
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/server.pem', 'server.pem', 'file', 420, 0, 0);
INSERT INTO secret(input, file, at, kind, algorithm, bits, fingerprint) VALUES (1, 1, 0, 'private-key', 'rsa', 2048, 'k1');

-- case: the access rights are not known
-- expect: inconclusive
-- covered: secrets, files
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/server.pem', 'server.pem', 'file', NULL, 0, 0);
INSERT INTO secret(input, file, at, kind, algorithm, bits, fingerprint) VALUES (1, 1, 0, 'private-key', 'rsa', 2048, 'k1');

-- case: a program with a key in it must be readable, and cannot be closed
-- expect: pass
-- covered: secrets, files
INSERT INTO file(id, input, path, name, type, mode, uid, gid, content) VALUES (1, 1, '/usr/lib/libtls.so', 'libtls.so', 'file', 493, 0, 0, 'elf');
INSERT INTO secret(input, file, at, kind, algorithm, bits, fingerprint) VALUES (1, 1, 4711, 'private-key', 'rsa', 2048, 'k1');
