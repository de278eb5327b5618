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

-- case: the image was not searched whole
-- expect: inconclusive
