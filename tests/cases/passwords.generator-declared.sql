-- case: it is declared and good
-- expect: pass
-- covered: ixit.1
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'auth-mechanism', 'web login', 'declared', 1);
INSERT INTO auth_mechanism(entity, subject, factor, factors, set_by, forced, skippable, over_network, min_length, max_attempts, lock_seconds, changeable, generator) VALUES (1, 'user', 'password', 1, 'factory-unique', 1, 0, 1, 12, 5, 300, 1, 'random');

-- case: it is declared and not good
-- expect: fail
-- covered: ixit.1
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'auth-mechanism', 'web login', 'declared', 1);
INSERT INTO auth_mechanism(entity, subject, factor, factors, set_by, forced, skippable, over_network, min_length, max_attempts, lock_seconds, changeable, generator) VALUES (1, 'user', 'password', 1, 'factory-unique', 1, 0, 1, 12, 5, 300, 1, '');

-- case: it is left open in the declaration
-- expect: inconclusive
-- covered: ixit.1
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'auth-mechanism', 'web login', 'declared', 1);
INSERT INTO auth_mechanism(entity, subject, factor, factors, set_by, forced, skippable, over_network, min_length, max_attempts, lock_seconds, changeable, generator) VALUES (1, 'user', 'password', 1, 'factory-unique', 1, 0, 1, 12, 5, 300, 1, NULL);

-- case: not stated: what is asked for at login
-- expect: inconclusive
-- covered: ixit.1
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'auth-mechanism', 'web login', 'declared', 1);
INSERT INTO auth_mechanism(entity, subject, factor, factors, set_by, forced, skippable, over_network, min_length, max_attempts, lock_seconds, changeable, generator) VALUES (1, 'user', NULL, 1, 'factory-unique', 1, 0, 1, 12, 5, 300, 1, '');

-- case: not stated: who sets the password
-- expect: inconclusive
-- covered: ixit.1
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'auth-mechanism', 'web login', 'declared', 1);
INSERT INTO auth_mechanism(entity, subject, factor, factors, set_by, forced, skippable, over_network, min_length, max_attempts, lock_seconds, changeable, generator) VALUES (1, 'user', 'password', 1, NULL, 1, 0, 1, 12, 5, 300, 1, '');

-- case: the declaration is not whole
-- expect: inconclusive
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'auth-mechanism', 'web login', 'declared', 1);
INSERT INTO auth_mechanism(entity, subject, factor, factors, set_by, forced, skippable, over_network, min_length, max_attempts, lock_seconds, changeable, generator) VALUES (1, 'user', 'password', 1, 'factory-unique', 1, 0, 1, 12, 5, 300, 1, 'random');

-- case: no login has a password from the factory
-- expect: pass
-- covered: ixit.1
