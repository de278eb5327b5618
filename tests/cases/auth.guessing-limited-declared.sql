-- case: it is declared and good
-- expect: pass
-- covered: ixit.1
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'auth-mechanism', 'web login', 'declared', 1);
INSERT INTO auth_mechanism(entity, subject, factor, factors, set_by, forced, skippable, over_network, min_length, max_attempts, lock_seconds, changeable, generator) VALUES (1, 'user', 'password', 1, 'user', 1, 0, 1, 12, 5, 300, 1, 'random');

-- case: it is declared and not good
-- expect: fail
-- covered: ixit.1
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'auth-mechanism', 'web login', 'declared', 1);
INSERT INTO auth_mechanism(entity, subject, factor, factors, set_by, forced, skippable, over_network, min_length, max_attempts, lock_seconds, changeable, generator) VALUES (1, 'user', 'password', 1, 'user', 1, 0, 1, 4, 1000, 0, 1, 'random');

-- case: it is left open in the declaration
-- expect: inconclusive
-- covered: ixit.1
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'auth-mechanism', 'web login', 'declared', 1);
INSERT INTO auth_mechanism(entity, subject, factor, factors, set_by, forced, skippable, over_network, min_length, max_attempts, lock_seconds, changeable, generator) VALUES (1, 'user', 'password', 1, 'user', 1, 0, 1, NULL, NULL, NULL, 1, 'random');

-- case: not stated: whether the login works over a network
-- expect: inconclusive
-- covered: ixit.1
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'auth-mechanism', 'web login', 'declared', 1);
INSERT INTO auth_mechanism(entity, subject, factor, factors, set_by, forced, skippable, over_network, min_length, max_attempts, lock_seconds, changeable, generator) VALUES (1, 'user', 'password', 1, 'user', 1, 0, NULL, 4, 1000, 0, 1, 'random');

-- case: the declaration is not whole
-- expect: inconclusive
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'auth-mechanism', 'web login', 'declared', 1);
INSERT INTO auth_mechanism(entity, subject, factor, factors, set_by, forced, skippable, over_network, min_length, max_attempts, lock_seconds, changeable, generator) VALUES (1, 'user', 'password', 1, 'user', 1, 0, 1, 12, 5, 300, 1, 'random');

-- case: nothing of the kind is declared
-- expect: inconclusive
-- covered: ixit.1

-- case: a limit of no tries
-- expect: inconclusive
-- covered: ixit.1
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'auth-mechanism', 'web login', 'declared', 1);
INSERT INTO auth_mechanism(entity, subject, factor, over_network, max_attempts, min_length) VALUES(1, 'user', 'password', 1, 0, 8);
