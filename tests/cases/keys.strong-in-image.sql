-- case: the update key is RSA with 3072 bits
-- expect: pass
-- covered: secrets
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/update.pub', 'update.pub', 'file', 420, 0, 0);
INSERT INTO secret(input, file, at, kind, algorithm, bits, fingerprint) VALUES (1, 1, 0, 'public-key', 'rsa', 3072, 'p1');
INSERT INTO secret(input, file, at, kind, algorithm, fingerprint) VALUES (1, 1, 0, 'public-key', 'ed25519', 'p2');

-- case: a host key has 1024 bits
-- expect: fail
-- finding: /etc/dropbear/dropbear_rsa_host_key holds a key of 1024 bits (RSA), which is too short
-- covered: secrets
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/dropbear/dropbear_rsa_host_key', 'dropbear_rsa_host_key', 'file', 384, 0, 0);
INSERT INTO secret(input, file, at, kind, algorithm, bits, fingerprint) VALUES (1, 1, 0, 'private-key', 'rsa', 1024, 'k1');

-- case: the size is not known
-- expect: inconclusive
-- covered: secrets
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/dropbear/dropbear_rsa_host_key', 'dropbear_rsa_host_key', 'file', 384, 0, 0);
INSERT INTO secret(input, file, at, kind, algorithm, fingerprint) VALUES (1, 1, 0, 'private-key', 'rsa', 'k1');

-- case: no key was found
-- expect: inconclusive
-- covered: secrets
