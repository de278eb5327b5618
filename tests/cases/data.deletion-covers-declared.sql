-- case: a reset erases it
-- expect: pass
-- covered: ixit.21, ixit.25
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'recordings', 'declared', 1), (2, 'deletion', 'factory reset', 'declared', 1);
INSERT INTO data(entity, class, on_device, at_service) VALUES(1, 'personal', 1, 0);
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'deletes', 1, 'declared');

-- case: one kind of data stays
-- expect: fail
-- finding: no way to delete covers Wi-Fi password on the device
-- covered: ixit.21, ixit.25
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'recordings', 'declared', 1), (2, 'deletion', 'factory reset', 'declared', 1), (3, 'data', 'Wi-Fi password', 'declared', 1);
INSERT INTO data(entity, class, on_device, at_service) VALUES(1, 'personal', 1, 0), (3, 'user', 1, 0);
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

-- case: deleting the account leaves what the device keeps
-- expect: fail
-- finding: no way to delete covers recordings on the device
-- covered: ixit.21, ixit.25
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'recordings', 'declared', 1), (2, 'deletion', 'account deletion', 'declared', 1);
INSERT INTO data(entity, class, on_device, at_service) VALUES(1, 'personal', 1, 1);
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'deletes', 1, 'declared');
INSERT INTO field(entity, name, value) VALUES(2, 'Target Type', 'personal data at associated services');

-- case: the reset is of the product
-- expect: pass
-- covered: ixit.21, ixit.25
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'recordings', 'declared', 1), (2, 'deletion', 'reset', 'declared', 1);
INSERT INTO data(entity, class, on_device, at_service) VALUES(1, 'personal', 1, 1);
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'deletes', 1, 'declared');
INSERT INTO field(entity, name, value) VALUES(2, 'Target Type', 'the product');

-- case: a sentence that says where it does not work is not guessed at
-- expect: inconclusive
-- covered: ixit.21, ixit.25
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'recordings', 'declared', 1), (2, 'deletion', 'erase', 'declared', 1);
INSERT INTO data(entity, class, on_device, at_service) VALUES(1, 'personal', 1, 1);
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'deletes', 1, 'declared');
INSERT INTO field(entity, name, value) VALUES(2, 'Target Type', 'our cloud, not the device');

-- case: where the way to delete works is not said, and both keep it
-- expect: inconclusive
-- covered: ixit.21, ixit.25
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'recordings', 'declared', 1), (2, 'deletion', 'erase', 'declared', 1);
INSERT INTO data(entity, class, on_device, at_service) VALUES(1, 'personal', 1, 1);
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'deletes', 1, 'declared');
