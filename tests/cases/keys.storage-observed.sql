-- case: it lies there encrypted, as declared
-- expect: pass
-- covered: secrets, ixit.10
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'parameter', 'device key', 'declared', 1);
INSERT INTO parameter(entity, class, stored, fingerprint) VALUES(1, 'critical', 'encrypted', 'aa11');
INSERT INTO secret(input, at, kind, fingerprint, locked) VALUES(1, 0, 'private-key', 'aa11', 1);

-- case: it lies open
-- expect: fail
-- finding: device key is declared to be kept encrypted, and lies open in /etc/key.pem
-- covered: secrets, ixit.10
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'parameter', 'device key', 'declared', 1);
INSERT INTO parameter(entity, class, stored, fingerprint) VALUES(1, 'critical', 'encrypted', 'aa11');
INSERT INTO file(id, input, path, name, type) VALUES(1, 1, '/etc/key.pem', 'key.pem', 'file');
INSERT INTO secret(input, file, at, kind, fingerprint, locked) VALUES(1, 1, 0, 'private-key', 'aa11', 0);

-- case: what is in hardware is not in a file
-- expect: fail
-- covered: secrets, ixit.10
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'parameter', 'device key', 'declared', 1);
INSERT INTO parameter(entity, class, stored, fingerprint) VALUES(1, 'critical', 'hardware', 'aa11');
INSERT INTO secret(input, at, kind, fingerprint, locked) VALUES(1, 0, 'private-key', 'aa11', 1);

-- case: one copy is locked, another is not
-- expect: fail
-- covered: secrets, ixit.10
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'parameter', 'device key', 'declared', 1);
INSERT INTO parameter(entity, class, stored, fingerprint) VALUES(1, 'critical', 'encrypted', 'aa11');
INSERT INTO secret(input, at, kind, fingerprint, locked) VALUES(1, 0, 'private-key', 'aa11', 1), (1, 99, 'private-key', 'aa11', 0);

-- case: it was not found
-- expect: inconclusive
-- covered: secrets, ixit.10
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'parameter', 'device key', 'declared', 1);
INSERT INTO parameter(entity, class, stored, fingerprint) VALUES(1, 'critical', 'encrypted', 'aa11');

-- case: whether it is encrypted could not be told
-- expect: inconclusive
-- covered: secrets, ixit.10
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'parameter', 'device key', 'declared', 1);
INSERT INTO parameter(entity, class, stored, fingerprint) VALUES(1, 'critical', 'encrypted', 'aa11');
INSERT INTO secret(input, at, kind, fingerprint) VALUES(1, 0, 'private-key', 'aa11');

-- case: nothing is declared to be protected
-- expect: inconclusive
-- covered: secrets, ixit.10

-- case: how another key is kept is not said
-- expect: inconclusive
-- covered: secrets, ixit.10
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'parameter', 'key 1', 'declared', 1);
INSERT INTO parameter(entity, class, stored, fingerprint) VALUES(1, 'critical', 'encrypted', 'aa');
INSERT INTO secret(input, kind, fingerprint, locked) VALUES(1, 'private-key', 'aa', 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'parameter', 'key 2', 'declared', 1);
INSERT INTO parameter(entity, class) VALUES(2, 'critical');
