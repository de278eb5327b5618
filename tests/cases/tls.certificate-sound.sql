-- case: the certificate is in date and strong
-- expect: pass
-- covered: certificates
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/lighttpd/server.pem', 'server.pem', 'file', 384, 0, 0);
INSERT INTO certificate(id, input, file, at, fingerprint, subject, issuer, algorithm, bits, signed_with, begins, ends, self_signed, authority) VALUES (1, 1, 1, 0, 'c1', 'CN=device.example', 'CN=device.example', 'rsa', 2048, 'sha256', '2024-01-01', '2034-01-01', 1, 0);

-- case: the certificate has ended
-- expect: fail
-- finding: certificate "CN=device.example" ended on 2020-06-01
-- covered: certificates
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/lighttpd/server.pem', 'server.pem', 'file', 384, 0, 0);
INSERT INTO certificate(id, input, file, at, fingerprint, subject, issuer, algorithm, bits, signed_with, begins, ends, self_signed, authority) VALUES (1, 1, 1, 0, 'c1', 'CN=device.example', 'CN=device.example', 'rsa', 2048, 'sha256', '2024-01-01', '2020-06-01', 1, 0);

-- case: the key has 1024 bits
-- expect: fail
-- finding: certificate "CN=device.example" has an RSA key of 1024 bits
-- covered: certificates
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/lighttpd/server.pem', 'server.pem', 'file', 384, 0, 0);
INSERT INTO certificate(id, input, file, at, fingerprint, subject, issuer, algorithm, bits, signed_with, begins, ends, self_signed, authority) VALUES (1, 1, 1, 0, 'c1', 'CN=device.example', 'CN=device.example', 'rsa', 1024, 'sha256', '2024-01-01', '2034-01-01', 1, 0);

-- case: another party signed it with MD5
-- expect: fail
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/lighttpd/server.pem', 'server.pem', 'file', 384, 0, 0);
INSERT INTO certificate(id, input, file, at, fingerprint, subject, issuer, algorithm, bits, signed_with, begins, ends, self_signed, authority) VALUES (1, 1, 1, 0, 'c1', 'CN=device.example', 'CN=old CA', 'rsa', 2048, 'md5', '2024-01-01', '2034-01-01', 0, 0);

-- case: an authority in the trust store is not looked at here
-- expect: inconclusive
-- covered: certificates
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/lighttpd/server.pem', 'server.pem', 'file', 384, 0, 0);
INSERT INTO certificate(id, input, file, at, fingerprint, subject, issuer, algorithm, bits, signed_with, begins, ends, self_signed, authority) VALUES (1, 1, 1, 0, 'c1', 'CN=device.example', 'CN=device.example', 'rsa', 2048, 'sha256', '2024-01-01', '2020-06-01', 1, 1);

-- case: its dates could not be read
-- expect: inconclusive
-- covered: certificates
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/lighttpd/server.pem', 'server.pem', 'file', 384, 0, 0);
INSERT INTO certificate(id, input, file, at, fingerprint, subject, issuer, algorithm, bits, signed_with, begins, ends, self_signed, authority) VALUES (1, 1, 1, 0, 'c1', 'CN=device.example', 'CN=device.example', 'rsa', 2048, 'sha256', '2024-01-01', NULL, 1, 0);

-- case: no certificate was found
-- expect: inconclusive
-- covered: certificates

-- case: how long its key is could not be read
-- expect: inconclusive
-- covered: certificates
INSERT INTO certificate(id, input, at, subject, algorithm, signed_with, begins, ends, self_signed, authority) VALUES(1, 1, 0, 'CN=cam', 'RSA', 'sha256WithRSAEncryption', '2025-01-01T00:00:00Z', '2030-01-01T00:00:00Z', 0, 0);

-- case: how it is signed could not be read
-- expect: inconclusive
-- covered: certificates
INSERT INTO certificate(id, input, at, subject, algorithm, bits, begins, ends, self_signed, authority) VALUES(1, 1, 0, 'CN=cam', 'RSA', 2048, '2025-01-01T00:00:00Z', '2030-01-01T00:00:00Z', 0, 0);

-- case: it has ended, whatever could not be read
-- expect: fail
-- covered: certificates
INSERT INTO certificate(id, input, at, subject, begins, ends, self_signed, authority) VALUES(1, 1, 0, 'CN=cam', '2015-01-01T00:00:00Z', '2020-01-01T00:00:00Z', 0, 0);

-- case: a DSA key
-- expect: fail
-- finding: certificate "CN=cam" has a DSA key
-- covered: certificates
INSERT INTO certificate(id, input, at, subject, algorithm, bits, signed_with, begins, ends, self_signed, authority) VALUES(1, 1, 0, 'CN=cam', 'DSA', 2048, 'dsa_with_SHA256', '2025-01-01T00:00:00Z', '2030-01-01T00:00:00Z', 0, 0);

-- case: when a certificate begins could not be read
-- expect: inconclusive
-- covered: certificates
INSERT INTO certificate(id, input, subject, algorithm, bits, signed_with, ends) VALUES(1, 1, 'CN=a', 'RSA', 4096, 'sha256WithRSAEncryption', '2040-01-01');
