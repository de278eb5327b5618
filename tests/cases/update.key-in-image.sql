-- case: a strong key is there
-- expect: pass
-- covered: certificates, secrets
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/update.pub', 'update.pub', 'file', 420, 0, 0);
INSERT INTO secret(input, file, at, kind, algorithm, fingerprint, used_by) VALUES (1, 1, 0, 'public-key', 'ed25519', 'p1', 'update');

-- case: the only key has 512 bits
-- expect: fail
-- finding: the image holds public keys, but all are too weak to verify updates
-- covered: certificates, secrets
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/update.pub', 'update.pub', 'file', 420, 0, 0);
INSERT INTO secret(input, file, at, kind, algorithm, bits, fingerprint) VALUES (1, 1, 0, 'public-key', 'rsa', 512, 'p1');

-- case: no key was found
-- expect: inconclusive
-- covered: certificates, secrets

-- case: the authorities of the trust store vouch for servers, and not for updates
-- expect: inconclusive
-- covered: certificates, secrets
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/ssl/certs/ca.crt', 'ca.crt', 'file', 420, 0, 0);
INSERT INTO certificate(input, file, at, subject, algorithm, bits, authority) VALUES (1, 1, 0, 'Some CA', 'rsa', 4096, 1);
