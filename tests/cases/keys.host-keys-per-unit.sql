-- case: no server key is in the image
-- expect: pass
-- covered: secrets
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/update.pub', 'update.pub', 'file', 420, 0, 0);
INSERT INTO secret(input, file, at, kind, algorithm, bits, fingerprint) VALUES (1, 1, 0, 'public-key', 'ecc', 256, 'p1');

-- case: the SSH host key is in the image
-- expect: fail
-- finding: /etc/dropbear/dropbear_rsa_host_key is the key of the SSH server, and is the same in every unit
-- covered: secrets
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/dropbear/dropbear_rsa_host_key', 'dropbear_rsa_host_key', 'file', 384, 0, 0);
INSERT INTO secret(input, file, at, kind, algorithm, bits, fingerprint) VALUES (1, 1, 0, 'private-key', 'rsa', 2048, 'k1');

-- case: the key of the web server is in the image
-- expect: fail
-- covered: secrets
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/lighttpd/server.pem', 'server.pem', 'file', 384, 0, 0);
INSERT INTO secret(input, file, at, kind, algorithm, bits, fingerprint, used_by) VALUES (1, 1, 0, 'private-key', 'rsa', 2048, 'k1', 'lighttpd');

-- case: a key lies beside certificates, and nobody knows what it is for
-- expect: inconclusive
-- covered: secrets
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/ssl/private/a.key', 'a.key', 'file', 384, 0, 0);
INSERT INTO secret(input, file, at, kind, algorithm, bits, fingerprint) VALUES (1, 1, 0, 'private-key', 'rsa', 2048, 'k1');

-- case: the image was not searched whole
-- expect: inconclusive
