-- case: by itself
-- expect: pass
-- covered: ixit.6, ixit.7
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'firmware', 'declared', 1), (2, 'update-mechanism', 'over the air', 'declared', 1);
INSERT INTO component(entity) VALUES(1);
INSERT INTO update_mechanism(entity, automatic) VALUES(2, 1);
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'updates', 1, 'declared');

-- case: only by hand
-- expect: fail
-- finding: firmware is not updated automatically
-- covered: ixit.6, ixit.7
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'firmware', 'declared', 1), (2, 'update-mechanism', 'web page', 'declared', 1);
INSERT INTO component(entity) VALUES(1);
INSERT INTO update_mechanism(entity, automatic) VALUES(2, 0);
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'updates', 1, 'declared');

-- case: nobody said whether it works by itself
-- expect: inconclusive
-- covered: ixit.6, ixit.7
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'firmware', 'declared', 1), (2, 'update-mechanism', 'over the air', 'declared', 1);
INSERT INTO component(entity) VALUES(1);
INSERT INTO update_mechanism(entity) VALUES(2);
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'updates', 1, 'declared');

-- case: nobody said what updates it
-- expect: inconclusive
-- covered: ixit.6, ixit.7
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'firmware', 'declared', 1);
INSERT INTO component(entity) VALUES(1);

-- case: the update mechanisms are not known
-- expect: inconclusive
-- covered: ixit.6
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'firmware', 'declared', 1);
INSERT INTO component(entity, immutable) VALUES(1, 0);

-- case: no software part is declared
-- expect: inconclusive
-- covered: ixit.6, ixit.7
