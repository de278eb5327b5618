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

