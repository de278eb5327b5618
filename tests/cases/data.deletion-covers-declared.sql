-- case: a reset erases it
-- expect: pass
-- covered: ixit.21, ixit.25
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'recordings', 'declared', 1), (2, 'deletion', 'factory reset', 'declared', 1);
INSERT INTO data(entity, class, on_device) VALUES(1, 'personal', 1);
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'deletes', 1, 'declared');

-- case: one kind of data stays
-- expect: fail
-- finding: no way to delete covers Wi-Fi password
-- covered: ixit.21, ixit.25
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'recordings', 'declared', 1), (2, 'deletion', 'factory reset', 'declared', 1), (3, 'data', 'Wi-Fi password', 'declared', 1);
INSERT INTO data(entity, class, on_device) VALUES(1, 'personal', 1), (3, 'user', 1);
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'deletes', 1, 'declared');

-- case: nothing can be deleted
-- expect: fail
-- covered: ixit.21, ixit.25
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'recordings', 'declared', 1);
INSERT INTO data(entity, class, on_device) VALUES(1, 'personal', 1);

-- case: nobody said what the reset erases
-- expect: inconclusive
-- covered: ixit.21, ixit.25
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'recordings', 'declared', 1), (2, 'deletion', 'factory reset', 'declared', 1);
INSERT INTO data(entity, class, on_device) VALUES(1, 'personal', 1);

-- case: nobody said whether the device keeps it
-- expect: inconclusive
-- covered: ixit.21, ixit.25
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'recordings', 'declared', 1);
INSERT INTO data(entity, class) VALUES(1, 'personal');

-- case: the ways to delete are not known
-- expect: inconclusive
-- covered: ixit.21
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'recordings', 'declared', 1);
INSERT INTO data(entity, class, on_device) VALUES(1, 'personal', 1);
