-- case: all that is secret is in hardware
-- expect: pass
-- covered: ixit.10
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'parameter', 'device key', 'declared', 1), (2, 'parameter', 'public key', 'declared', 1);
INSERT INTO parameter(entity, class, stored) VALUES(1, 'critical', 'hardware'), (2, 'public', 'plain');

-- case: one is not
-- expect: fail
-- finding: device key is kept encrypted, and not in hardware
-- covered: ixit.10
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'parameter', 'device key', 'declared', 1);
INSERT INTO parameter(entity, class, stored) VALUES(1, 'critical', 'encrypted');

-- case: it is not said how it is kept
-- expect: inconclusive
-- covered: ixit.10
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'parameter', 'device key', 'declared', 1);
INSERT INTO parameter(entity, class) VALUES(1, 'critical');

-- case: it is not said whether it is secret
-- expect: inconclusive
-- covered: ixit.10
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'parameter', 'device key', 'declared', 1);
INSERT INTO parameter(entity, stored) VALUES(1, 'plain');

-- case: no secret is declared
-- expect: inconclusive
-- covered: ixit.10

-- case: nobody listed the parameters
-- expect: inconclusive
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'parameter', 'device key', 'declared', 1);
INSERT INTO parameter(entity, class, stored) VALUES(1, 'critical', 'hardware');
