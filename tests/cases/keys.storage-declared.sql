-- case: it is declared and good
-- expect: pass
-- covered: ixit.10
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'parameter', 'device key', 'declared', 1);
INSERT INTO parameter(entity, class, purpose, algorithm, bits, stored, hard_coded, identity, per_unit, generator, replaced) VALUES (1, 'critical', 'update', 'ecc', 256, 'encrypted', 0, 0, 1, 'hardware random generator', 0);

-- case: it is declared and not good
-- expect: fail
-- covered: ixit.10
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'parameter', 'device key', 'declared', 1);
INSERT INTO parameter(entity, class, purpose, algorithm, bits, stored, hard_coded, identity, per_unit, generator, replaced) VALUES (1, 'critical', 'update', 'ecc', 256, 'plain', 0, 0, 1, 'hardware random generator', 0);

-- case: it is left open in the declaration
-- expect: inconclusive
-- covered: ixit.10
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'parameter', 'device key', 'declared', 1);
INSERT INTO parameter(entity, class, purpose, algorithm, bits, stored, hard_coded, identity, per_unit, generator, replaced) VALUES (1, 'critical', 'update', 'ecc', 256, NULL, 0, 0, 1, 'hardware random generator', 0);

-- case: not stated: whether it must stay secret
-- expect: inconclusive
-- covered: ixit.10
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'parameter', 'device key', 'declared', 1);
INSERT INTO parameter(entity, class, purpose, algorithm, bits, stored, hard_coded, identity, per_unit, generator, replaced) VALUES (1, NULL, 'update', 'ecc', 256, 'plain', 0, 0, 1, 'hardware random generator', 0);

-- case: the declaration is not whole
-- expect: inconclusive
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'parameter', 'device key', 'declared', 1);
INSERT INTO parameter(entity, class, purpose, algorithm, bits, stored, hard_coded, identity, per_unit, generator, replaced) VALUES (1, 'critical', 'update', 'ecc', 256, 'encrypted', 0, 0, 1, 'hardware random generator', 0);

-- case: nothing of the kind is declared
-- expect: inconclusive
-- covered: ixit.10

-- case: read-only storage keeps nobody from reading
-- expect: inconclusive
-- covered: ixit.10
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'parameter', 'device key', 'declared', 1);
INSERT INTO parameter(entity, class, stored) VALUES(1, 'critical', 'readonly');
