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

-- case: the image was not searched whole
-- expect: inconclusive
