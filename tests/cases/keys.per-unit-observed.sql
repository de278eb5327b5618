-- case: two units, two keys
-- expect: pass
-- covered: secrets, samples
INSERT INTO input(id, kind, name, unit) VALUES(2, 'device', 'first', 'A'), (3, 'device', 'second', 'B');
INSERT INTO secret(input, at, kind, fingerprint) VALUES(2, 0, 'private-key', 'aa11'), (3, 0, 'private-key', 'bb22');

-- case: two units, one key
-- expect: fail
-- finding: a private key (aa11) is the same in unit A,unit B
-- covered: secrets, samples
INSERT INTO input(id, kind, name, unit) VALUES(2, 'device', 'first', 'A'), (3, 'device', 'second', 'B');
INSERT INTO secret(input, at, kind, fingerprint) VALUES(2, 0, 'private-key', 'aa11'), (3, 0, 'private-key', 'aa11');

-- case: the unit's key is the one in the image
-- expect: fail
-- covered: secrets, samples
INSERT INTO input(id, kind, name, unit) VALUES(2, 'device', 'first', 'A'), (3, 'device', 'second', 'B');
INSERT INTO secret(input, at, kind, fingerprint) VALUES(1, 0, 'private-key', 'aa11'), (2, 0, 'private-key', 'aa11'), (3, 0, 'private-key', 'bb22');

-- case: the same key twice in one unit
-- expect: pass
-- covered: secrets, samples
INSERT INTO input(id, kind, name, unit) VALUES(2, 'device', 'first', 'A'), (3, 'device', 'second', 'B');
INSERT INTO secret(input, at, kind, fingerprint) VALUES(2, 0, 'private-key', 'aa11'), (2, 9, 'private-key', 'aa11'), (3, 0, 'private-key', 'bb22');

-- case: a key that could not be told from others
-- expect: inconclusive
-- covered: secrets, samples
INSERT INTO input(id, kind, name, unit) VALUES(2, 'device', 'first', 'A'), (3, 'device', 'second', 'B');
INSERT INTO secret(input, at, kind, fingerprint) VALUES(2, 0, 'private-key', 'aa11'), (3, 0, 'private-key', NULL);

-- case: one unit
-- expect: inconclusive
-- covered: secrets, samples
INSERT INTO input(id, kind, name, unit) VALUES(2, 'device', 'first', 'A');
INSERT INTO secret(input, at, kind, fingerprint) VALUES(2, 0, 'private-key', 'aa11');

-- case: no key was found in any unit
-- expect: inconclusive
-- covered: secrets, samples
INSERT INTO input(id, kind, name, unit) VALUES(2, 'device', 'first', 'A'), (3, 'device', 'second', 'B');

-- case: the units were not looked through
-- expect: inconclusive
-- covered: samples
INSERT INTO input(id, kind, name, unit) VALUES(2, 'device', 'first', 'A'), (3, 'device', 'second', 'B');
INSERT INTO secret(input, at, kind, fingerprint) VALUES(2, 0, 'private-key', 'aa11'), (3, 0, 'private-key', 'bb22');
