-- case: strong
-- expect: pass
-- covered: ixit.10
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'parameter', 'key', 'declared', 1);
INSERT INTO parameter(entity, class, algorithm, bits) VALUES(1, 'critical', 'rsa', 3072);

-- case: short
-- expect: fail
-- finding: key has 80 bits of strength
-- covered: ixit.10
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'parameter', 'key', 'declared', 1);
INSERT INTO parameter(entity, class, algorithm, bits) VALUES(1, 'critical', 'rsa', 1024);

-- case: not said
-- expect: inconclusive
-- covered: ixit.10
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'parameter', 'key', 'declared', 1);
INSERT INTO parameter(entity, class, algorithm) VALUES(1, 'critical', 'rsa');

-- case: many bits of a broken algorithm
-- expect: fail
-- finding: session key has 0 bits of strength
-- covered: ixit.10
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'parameter', 'session key', 'declared', 1);
INSERT INTO parameter(entity, class, algorithm, bits) VALUES(1, 'critical', 'RC4', 128);

-- case: whether it must stay secret was left open
-- expect: inconclusive
-- covered: ixit.10
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'parameter', 'session key', 'declared', 1), (2, 'parameter', 'device key', 'declared', 1);
INSERT INTO parameter(entity, class, algorithm, bits) VALUES(1, NULL, 'rsa', 512), (2, 'critical', 'rsa', 3072);

-- case: a curve says its size by its name
-- expect: pass
-- covered: ixit.10
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'parameter', 'device key', 'declared', 1);
INSERT INTO parameter(entity, class, algorithm) VALUES(1, 'critical', 'Ed25519');

-- case: an RSA key whose name has its length
-- expect: fail
-- finding: update key has 80 bits of strength
-- covered: ixit.10
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'parameter', 'update key', 'declared', 1);
INSERT INTO parameter(entity, class, algorithm, bits) VALUES(1, 'critical', 'rsa-1024', 1024);

-- case: a curve that is named
-- expect: fail
-- finding: device key has 96 bits of strength
-- covered: ixit.10
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'parameter', 'device key', 'declared', 1);
INSERT INTO parameter(entity, class, algorithm, bits) VALUES(1, 'critical', 'secp192r1', 192);
