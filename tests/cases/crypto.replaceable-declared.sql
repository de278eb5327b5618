-- case: the library comes with the update
-- expect: pass
-- covered: ixit.6, ixit.7
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'mbedtls', 'declared', 1), (2, 'update-mechanism', 'over the air', 'declared', 1);
INSERT INTO component(entity, crypto) VALUES(1, 1);
INSERT INTO update_mechanism(entity) VALUES(2);
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'updates', 1, 'declared');

-- case: it is in a mask ROM
-- expect: fail
-- finding: boot crypto does cryptography and cannot be updated
-- covered: ixit.6, ixit.7
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'boot crypto', 'declared', 1);
INSERT INTO component(entity, crypto, immutable) VALUES(1, 1, 1);

-- case: what does no cryptography may be in a ROM
-- expect: pass
-- covered: ixit.6, ixit.7
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'sensor firmware', 'declared', 1), (2, 'component', 'mbedtls', 'declared', 1), (3, 'update-mechanism', 'over the air', 'declared', 1);
INSERT INTO component(entity, crypto, immutable) VALUES(1, 0, 1), (2, 1, 0);
INSERT INTO update_mechanism(entity) VALUES(3);
INSERT INTO relation(subject, verb, object, basis) VALUES(3, 'updates', 2, 'declared');

-- case: nobody said what updates it
-- expect: inconclusive
-- covered: ixit.6, ixit.7
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'mbedtls', 'declared', 1);
INSERT INTO component(entity, crypto) VALUES(1, 1);

-- case: nobody said whether it does cryptography
-- expect: inconclusive
-- covered: ixit.6, ixit.7
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'libfoo', 'declared', 1);
INSERT INTO component(entity, immutable) VALUES(1, 1);

-- case: the update mechanisms are not known
-- expect: inconclusive
-- covered: ixit.6
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'boot crypto', 'declared', 1);
INSERT INTO component(entity, crypto, immutable) VALUES(1, 1, 1);

-- case: nothing does cryptography
-- expect: inconclusive
-- covered: ixit.6, ixit.7
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'sensor firmware', 'declared', 1);
INSERT INTO component(entity, crypto, immutable) VALUES(1, 0, 1);
