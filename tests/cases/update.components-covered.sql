-- case: covered
-- expect: pass
-- covered: ixit.6, ixit.7
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'app', 'declared', 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'update-mechanism', 'online', 'declared', 1);
INSERT INTO component(entity, immutable) VALUES(1, 0);
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'updates', 1, 'declared');

-- case: not covered
-- expect: fail
-- finding: app cannot be updated, and no reason is given
-- covered: ixit.6, ixit.7
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'app', 'declared', 1);
INSERT INTO component(entity, immutable) VALUES(1, 0);

-- case: not said
-- expect: inconclusive
-- covered: ixit.6, ixit.7
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'app', 'declared', 1);
INSERT INTO component(entity) VALUES(1);


-- case: what is said to update it is no way of updating
-- expect: fail
-- covered: ixit.6, ixit.7
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'firmware', 'declared', 1), (2, 'component', 'loader', 'declared', 1);
INSERT INTO component(entity, immutable) VALUES(1, 0), (2, 1);
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'updates', 1, 'declared');
