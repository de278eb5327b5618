-- case: declared
-- expect: pass
-- covered: services, ixit.1
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'auth-mechanism', 'web login', 'declared', 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'auth-mechanism', 'web login', 'observed', 1);
INSERT INTO relation(subject, verb, object, basis) VALUES(1, 'same-as', 2, 'tool');

-- case: a second login page
-- expect: fail
-- finding: service page lets users log in and is not in the product file
-- covered: services, ixit.1
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'auth-mechanism', 'service page', 'observed', 1);

-- case: no list to compare with
-- expect: inconclusive
-- covered: services
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'auth-mechanism', 'service page', 'observed', 1);

-- case: one is declared, one was found, and nothing tells whether they are the same
-- expect: inconclusive
-- covered: services, ixit.1
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'auth-mechanism', 'declared one', 'declared', 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'auth-mechanism', 'found one', 'observed', 1);
