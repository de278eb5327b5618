-- case: all authorities are in date
-- expect: pass
-- covered: certificates
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/ssl/certs/ca.pem', 'ca.pem', 'file', 420, 0, 0);
INSERT INTO certificate(id, input, file, at, fingerprint, subject, issuer, algorithm, bits, signed_with, begins, ends, self_signed, authority) VALUES (1, 1, 1, 0, 'c1', 'CN=Root X', 'CN=device.example', 'rsa', 2048, 'sha256', '2024-01-01', '2034-01-01', 1, 1);

-- case: an authority has ended
-- expect: fail
-- finding: trusted authority "CN=Root X" ended on 2021-09-30
-- covered: certificates
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/ssl/certs/ca.pem', 'ca.pem', 'file', 420, 0, 0);
INSERT INTO certificate(id, input, file, at, fingerprint, subject, issuer, algorithm, bits, signed_with, begins, ends, self_signed, authority) VALUES (1, 1, 1, 0, 'c1', 'CN=Root X', 'CN=device.example', 'rsa', 2048, 'sha256', '2024-01-01', '2021-09-30', 1, 1);

-- case: no authority was found
-- expect: inconclusive
-- covered: certificates

-- case: its dates could not be read
-- expect: inconclusive
-- covered: certificates
INSERT INTO file(id, input, path, name, type, mode, uid, gid) VALUES (1, 1, '/etc/ssl/certs/ca.pem', 'ca.pem', 'file', 420, 0, 0);
INSERT INTO certificate(id, input, file, at, fingerprint, subject, issuer, algorithm, bits, signed_with, begins, ends, self_signed, authority) VALUES (1, 1, 1, 0, 'c1', 'CN=device.example', 'CN=device.example', 'rsa', 2048, 'sha256', '2024-01-01', NULL, 1, 1);

-- case: the length of its key could not be read
-- expect: inconclusive
-- covered: certificates
INSERT INTO certificate(id, input, at, subject, algorithm, begins, ends, authority) VALUES(1, 1, 0, 'CN=root', 'RSA', '2015-01-01T00:00:00Z', '2035-01-01T00:00:00Z', 1);

-- case: whether a certificate is an authority could not be told
-- expect: inconclusive
-- covered: certificates
INSERT INTO certificate(id, input, subject, algorithm, bits, begins, ends, authority) VALUES(1, 1, 'CN=a', 'RSA', 4096, '2020-01-01', '2040-01-01', 1), (2, 1, 'CN=b', 'RSA', 4096, '2020-01-01', '2040-01-01', NULL);
