-- case: it was tried and held: set-up did not go on without one
-- expect: pass
-- covered: trial.password-skip
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'auth-mechanism', 'web login', 'declared', 1);
INSERT INTO auth_mechanism(entity, subject, factor, factors, over_network, set_by) VALUES (1, 'user', 'password', 1, 1, 'user');
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'password-skip', 1, 1, 'tried by the lab', 'held', 'set-up did not go on without one', 'observed', '2026-11-02');

-- case: the trial was made on its counterpart that was found on the device
-- expect: pass
-- covered: trial.password-skip
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'auth-mechanism', 'web login', 'declared', 1);
INSERT INTO auth_mechanism(entity, subject, factor, factors, over_network, set_by) VALUES (1, 'user', 'password', 1, 1, 'user');
INSERT INTO entity(id, kind, name, basis, input) VALUES (2, 'auth-mechanism', 'web login, as found', 'observed', 1);
INSERT INTO auth_mechanism(entity, subject, factor, factors, over_network, set_by) VALUES (2, 'user', 'password', 1, 1, 'user');
INSERT INTO relation(subject, verb, object, basis) VALUES (1, 'same-as', 2, 'declared');
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'password-skip', 2, 1, 'tried by the lab', 'held', 'set-up did not go on without one', 'observed', '2026-11-02');

-- case: it was tried and broke: the step could be skipped
-- expect: fail
-- covered: trial.password-skip
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'auth-mechanism', 'web login', 'declared', 1);
INSERT INTO auth_mechanism(entity, subject, factor, factors, over_network, set_by) VALUES (1, 'user', 'password', 1, 1, 'user');
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'password-skip', 1, 1, 'tried by the lab', 'broke', 'the step could be skipped', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.password-skip
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'auth-mechanism', 'web login', 'declared', 1);
INSERT INTO auth_mechanism(entity, subject, factor, factors, over_network, set_by) VALUES (1, 'user', 'password', 1, 1, 'user');
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'password-skip', 1, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: one was tried, another not
-- expect: inconclusive
-- covered: trial.password-skip
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'auth-mechanism', 'web login', 'declared', 1);
INSERT INTO auth_mechanism(entity, subject, factor, factors, over_network, set_by) VALUES (1, 'user', 'password', 1, 1, 'user');
INSERT INTO entity(id, kind, name, basis, input) VALUES (2, 'auth-mechanism', 'another one', 'declared', 1);
INSERT INTO auth_mechanism(entity, subject, factor, factors, over_network, set_by) VALUES (2, 'user', 'password', 1, 1, 'user');
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'password-skip', 1, 1, 'tried by the lab', 'held', 'set-up did not go on without one', 'observed', '2026-11-02');

-- case: there is nothing to try it on
-- expect: inconclusive
-- covered: trial.password-skip

-- case: who sets another password is not said
-- expect: inconclusive
-- covered: trial.password-skip
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'auth-mechanism', 'login 1', 'declared', 1);
INSERT INTO auth_mechanism(entity, factor, set_by) VALUES(1, 'password', 'user');
INSERT INTO trial(kind, entity, input, result, basis) VALUES('password-skip', 1, 1, 'held', 'observed');
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'auth-mechanism', 'login 2', 'declared', 1);
INSERT INTO auth_mechanism(entity, factor) VALUES(2, 'password');

-- case: a certificate is set by nobody
-- expect: pass
-- covered: trial.password-skip
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'auth-mechanism', 'login 1', 'declared', 1);
INSERT INTO auth_mechanism(entity, factor, set_by) VALUES(1, 'password', 'user');
INSERT INTO trial(kind, entity, input, result, basis) VALUES('password-skip', 1, 1, 'held', 'observed');
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'auth-mechanism', 'login 2', 'declared', 1);
INSERT INTO auth_mechanism(entity, factor) VALUES(2, 'certificate');
