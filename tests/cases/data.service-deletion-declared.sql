-- case: the account can be erased
-- expect: pass
-- covered: ixit.21, ixit.25
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'recordings', 'declared', 1), (2, 'deletion', 'account deletion', 'declared', 1);
INSERT INTO data(entity, class, at_service) VALUES(1, 'personal', 1);
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'deletes', 1, 'declared');
INSERT INTO field(entity, name, value) VALUES(2, 'Target Type', 'personal data at associated services');

-- case: a reset button of the device does not reach the service
-- expect: fail
-- finding: no way to delete covers recordings at the service
-- covered: ixit.21, ixit.25
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'recordings', 'declared', 1), (2, 'deletion', 'reset button', 'declared', 1);
INSERT INTO data(entity, class, at_service, on_device) VALUES(1, 'personal', 1, 1);
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'deletes', 1, 'declared');
INSERT INTO field(entity, name, value) VALUES(2, 'Target Type', 'user data on the device');

-- case: where the way to delete works is not said
-- expect: inconclusive
-- covered: ixit.21, ixit.25
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'recordings', 'declared', 1), (2, 'deletion', 'erase', 'declared', 1);
INSERT INTO data(entity, class, at_service) VALUES(1, 'personal', 1);
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'deletes', 1, 'declared');

-- case: beside the button the account can be erased
-- expect: pass
-- covered: ixit.21, ixit.25
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'recordings', 'declared', 1), (2, 'deletion', 'reset button', 'declared', 1), (3, 'deletion', 'account deletion', 'declared', 1);
INSERT INTO data(entity, class, at_service) VALUES(1, 'personal', 1);
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'deletes', 1, 'declared'), (3, 'deletes', 1, 'declared');
INSERT INTO field(entity, name, value) VALUES(2, 'Target Type', 'user data on the device'), (3, 'Target Type', 'personal data at associated services');

-- case: the service keeps it for ever
-- expect: fail
-- finding: no way to delete covers recordings at the service
-- covered: ixit.21, ixit.25
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'recordings', 'declared', 1);
INSERT INTO data(entity, class, at_service) VALUES(1, 'personal', 1);

-- case: nobody said whether a service keeps it
-- expect: inconclusive
-- covered: ixit.21, ixit.25
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'recordings', 'declared', 1);
INSERT INTO data(entity, class) VALUES(1, 'personal');

-- case: nobody said what the account deletion erases
-- expect: inconclusive
-- covered: ixit.21, ixit.25
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'recordings', 'declared', 1), (2, 'deletion', 'account deletion', 'declared', 1);
INSERT INTO data(entity, class, at_service) VALUES(1, 'personal', 1);

-- case: no service keeps anything
-- expect: inconclusive
-- covered: ixit.21, ixit.25
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'recordings', 'declared', 1);
INSERT INTO data(entity, class, at_service) VALUES(1, 'personal', 0);

-- case: the ways to delete are not known
-- expect: inconclusive
-- covered: ixit.21
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'recordings', 'declared', 1);
INSERT INTO data(entity, class, at_service) VALUES(1, 'personal', 1);

-- case: a reset that says it does not reach the cloud is no way to erase there
-- expect: inconclusive
-- covered: ixit.21, ixit.25
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'recordings', 'declared', 1), (2, 'deletion', 'reset button', 'declared', 1);
INSERT INTO data(entity, class, at_service, on_device) VALUES(1, 'personal', 1, 1);
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'deletes', 1, 'declared');
INSERT INTO field(entity, name, value) VALUES(2, 'Target Type', 'the device; data in the cloud is not erased');

-- case: a reset of the product does not reach the service
-- expect: fail
-- finding: no way to delete covers recordings at the service
-- covered: ixit.21, ixit.25
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'recordings', 'declared', 1), (2, 'deletion', 'reset', 'declared', 1);
INSERT INTO data(entity, class, at_service, on_device) VALUES(1, 'personal', 1, 1);
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'deletes', 1, 'declared');
INSERT INTO field(entity, name, value) VALUES(2, 'Target Type', 'the product');
