-- case: it is declared and good
-- expect: pass
-- covered: ixit.10
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'parameter', 'device key', 'declared', 1);
INSERT INTO parameter(entity, class, purpose, algorithm, bits, stored, hard_coded, identity, per_unit, generator, replaced) VALUES (1, 'critical', 'update', 'ecc', 256, 'encrypted', 0, 0, 1, 'hardware random generator', 0);

-- case: it is declared and not good
-- expect: fail
-- covered: ixit.10
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'parameter', 'device key', 'declared', 1);
INSERT INTO parameter(entity, class, purpose, algorithm, bits, stored, hard_coded, identity, per_unit, generator, replaced) VALUES (1, 'critical', 'update', 'ecc', 256, 'encrypted', 0, 0, 1, 'mac', 0);

-- case: it is left open in the declaration
-- expect: inconclusive
-- covered: ixit.10
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'parameter', 'device key', 'declared', 1);
INSERT INTO parameter(entity, class, purpose, algorithm, bits, stored, hard_coded, identity, per_unit, generator, replaced) VALUES (1, 'critical', 'update', 'ecc', 256, 'encrypted', 0, 0, 1, NULL, 0);

-- case: not stated: whether it must stay secret
-- expect: inconclusive
-- covered: ixit.10
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'parameter', 'device key', 'declared', 1);
INSERT INTO parameter(entity, class, purpose, algorithm, bits, stored, hard_coded, identity, per_unit, generator, replaced) VALUES (1, NULL, 'update', 'ecc', 256, 'encrypted', 0, 0, 1, 'mac', 0);

-- case: the declaration is not whole
-- expect: inconclusive
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'parameter', 'device key', 'declared', 1);
INSERT INTO parameter(entity, class, purpose, algorithm, bits, stored, hard_coded, identity, per_unit, generator, replaced) VALUES (1, 'critical', 'update', 'ecc', 256, 'encrypted', 0, 0, 1, 'hardware random generator', 0);

-- case: nothing of the kind is declared
-- expect: inconclusive
-- covered: ixit.10

-- case: words that speak of the MAC address
-- expect: inconclusive
-- covered: ixit.10
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'parameter', 'device key', 'declared', 1);
INSERT INTO parameter(entity, class, generator) VALUES(1, 'critical', 'SHA-256 over the MAC address');

-- case: words that say it is a constant
-- expect: inconclusive
-- covered: ixit.10
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'parameter', 'device key', 'declared', 1);
INSERT INTO parameter(entity, class, generator) VALUES(1, 'critical', 'a constant of the software');

-- case: words that name the MAC
-- expect: inconclusive
-- covered: ixit.10
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'parameter', 'device key', 'declared', 1);
INSERT INTO parameter(entity, class, generator) VALUES(1, 'critical', 'hash of the MAC');
