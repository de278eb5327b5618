-- case: what is seen is declared
-- expect: pass
-- covered: tls, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'channel', 'cloud', 'declared', 1), (2, 'channel', 'cloud', 'observed', 1);
INSERT INTO relation(subject, verb, object, basis) VALUES(1, 'same-as', 2, 'tool');
INSERT INTO crypto_use(entity, purpose, algorithm, basis) VALUES(1, 'cipher', 'AES-128-GCM', 'declared'), (2, 'cipher', 'aes128gcm', 'observed');

-- case: something else is seen
-- expect: fail
-- finding: cloud: rc4 is used for cipher, and is not in the product file
-- covered: tls, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'channel', 'cloud', 'declared', 1), (2, 'channel', 'cloud', 'observed', 1);
INSERT INTO relation(subject, verb, object, basis) VALUES(1, 'same-as', 2, 'tool');
INSERT INTO crypto_use(entity, purpose, algorithm, basis) VALUES(1, 'cipher', 'aes-128-gcm', 'declared'), (2, 'cipher', 'rc4', 'observed');

-- case: it was declared in prose only
-- expect: inconclusive
-- covered: tls, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'channel', 'cloud', 'declared', 1), (2, 'channel', 'cloud', 'observed', 1);
INSERT INTO relation(subject, verb, object, basis) VALUES(1, 'same-as', 2, 'tool');
INSERT INTO crypto_use(entity, purpose, algorithm, basis) VALUES(2, 'cipher', 'rc4', 'observed');

-- case: it was not seen
-- expect: inconclusive
-- covered: tls, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'channel', 'cloud', 'declared', 1);
