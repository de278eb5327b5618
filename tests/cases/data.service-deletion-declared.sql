-- case: the account can be erased
-- expect: pass
-- covered: ixit.21, ixit.25
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'recordings', 'declared', 1), (2, 'deletion', 'account deletion', 'declared', 1);
INSERT INTO data(entity, class, at_service) VALUES(1, 'personal', 1);
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'deletes', 1, 'declared');

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
