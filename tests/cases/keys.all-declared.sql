-- case: each mechanism has its key
-- expect: pass
-- covered: ixit.1, ixit.7, ixit.10, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'channel', 'cloud', 'declared', 1), (2, 'parameter', 'cloud key', 'declared', 1);
INSERT INTO crypto_use(entity, purpose, algorithm, bits, basis) VALUES(1, 'cipher', 'aes-gcm', 128, 'declared');
INSERT INTO parameter(entity, class, fingerprint) VALUES(2, 'critical', 'aa11');
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'used-by', 1, 'declared');

-- case: a channel encrypts with nothing
-- expect: fail
-- finding: cloud uses cryptography, and no key for it is declared
-- covered: ixit.1, ixit.7, ixit.10, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'channel', 'cloud', 'declared', 1);
INSERT INTO crypto_use(entity, purpose, algorithm, bits, basis) VALUES(1, 'cipher', 'aes-gcm', 128, 'declared');

-- case: a key in the image that nobody declared
-- expect: fail
-- finding: /etc/key.pem holds a private key that is not in the product file
-- covered: ixit.1, ixit.7, ixit.10, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'channel', 'cloud', 'declared', 1), (2, 'parameter', 'cloud key', 'declared', 1);
INSERT INTO parameter(entity, class, fingerprint) VALUES(2, 'critical', 'aa11');
INSERT INTO file(id, input, path, name, type) VALUES(1, 1, '/etc/key.pem', 'key.pem', 'file');
INSERT INTO secret(input, file, at, kind, fingerprint) VALUES(1, 1, 0, 'private-key', 'bb22');

-- case: it may be the one that is declared
-- expect: inconclusive
-- covered: ixit.1, ixit.7, ixit.10, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'channel', 'cloud', 'declared', 1), (2, 'parameter', 'cloud key', 'declared', 1);
INSERT INTO parameter(entity, class) VALUES(2, 'critical');
INSERT INTO secret(input, file, at, kind, fingerprint) VALUES(1, 1, 0, 'private-key', 'bb22');

-- case: nobody said what uses the key
-- expect: inconclusive
-- covered: ixit.1, ixit.7, ixit.10, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'channel', 'cloud', 'declared', 1), (2, 'parameter', 'cloud key', 'declared', 1);
INSERT INTO crypto_use(entity, purpose, algorithm, bits, basis) VALUES(1, 'cipher', 'aes-gcm', 128, 'declared');
INSERT INTO parameter(entity, class, fingerprint) VALUES(2, 'critical', 'aa11');

-- case: the list of parameters is not whole
-- expect: inconclusive
-- covered: ixit.1, ixit.7, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'channel', 'cloud', 'declared', 1);
INSERT INTO crypto_use(entity, purpose, algorithm, bits, basis) VALUES(1, 'cipher', 'aes-gcm', 128, 'declared');

-- case: no mechanism is declared
-- expect: inconclusive
-- covered: ixit.1, ixit.7, ixit.10, ixit.11

-- case: an interface that is used by the channel is no key of it
-- expect: fail
-- covered: ixit.1, ixit.7, ixit.10, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'channel', 'cloud', 'declared', 1), (2, 'interface', 'Wi-Fi', 'declared', 1);
INSERT INTO crypto_use(entity, purpose, algorithm, basis) VALUES(1, 'cipher', 'aes-128-gcm', 'declared');
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'used-by', 1, 'declared');
