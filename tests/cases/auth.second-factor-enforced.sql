-- case: it was tried and held: the password alone opened nothing
-- expect: pass
-- covered: trial.login-one-factor
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'auth-mechanism', 'web login with code', 'declared', 1);
INSERT INTO auth_mechanism(entity, subject, factor, factors) VALUES (1, 'user', 'password', 2);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'login-one-factor', 1, 1, 'tried by the lab', 'held', 'the password alone opened nothing', 'observed', '2026-11-02');

-- case: the trial was made on its counterpart that was found on the device
-- expect: pass
-- covered: trial.login-one-factor
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'auth-mechanism', 'web login with code', 'declared', 1);
INSERT INTO auth_mechanism(entity, subject, factor, factors) VALUES (1, 'user', 'password', 2);
INSERT INTO entity(id, kind, name, basis, input) VALUES (2, 'auth-mechanism', 'web login with code, as found', 'observed', 1);
INSERT INTO auth_mechanism(entity, subject, factor, factors) VALUES (2, 'user', 'password', 2);
INSERT INTO relation(subject, verb, object, basis) VALUES (1, 'same-as', 2, 'declared');
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'login-one-factor', 2, 1, 'tried by the lab', 'held', 'the password alone opened nothing', 'observed', '2026-11-02');

-- case: it was tried and broke: the password alone opened the page
-- expect: fail
-- covered: trial.login-one-factor
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'auth-mechanism', 'web login with code', 'declared', 1);
INSERT INTO auth_mechanism(entity, subject, factor, factors) VALUES (1, 'user', 'password', 2);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'login-one-factor', 1, 1, 'tried by the lab', 'broke', 'the password alone opened the page', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.login-one-factor
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'auth-mechanism', 'web login with code', 'declared', 1);
INSERT INTO auth_mechanism(entity, subject, factor, factors) VALUES (1, 'user', 'password', 2);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'login-one-factor', 1, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: one was tried, another not
-- expect: inconclusive
-- covered: trial.login-one-factor
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'auth-mechanism', 'web login with code', 'declared', 1);
INSERT INTO auth_mechanism(entity, subject, factor, factors) VALUES (1, 'user', 'password', 2);
INSERT INTO entity(id, kind, name, basis, input) VALUES (2, 'auth-mechanism', 'another one', 'declared', 1);
INSERT INTO auth_mechanism(entity, subject, factor, factors) VALUES (2, 'user', 'password', 2);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'login-one-factor', 1, 1, 'tried by the lab', 'held', 'the password alone opened nothing', 'observed', '2026-11-02');

-- case: there is nothing to try it on
-- expect: inconclusive
-- covered: trial.login-one-factor

-- case: how many factors another login asks for is not said
-- expect: inconclusive
-- covered: trial.login-one-factor
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'auth-mechanism', 'login 1', 'declared', 1);
INSERT INTO auth_mechanism(entity, factors) VALUES(1, 2);
INSERT INTO trial(kind, entity, input, result, basis) VALUES('login-one-factor', 1, 1, 'held', 'observed');
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'auth-mechanism', 'login 2', 'declared', 1);
INSERT INTO auth_mechanism(entity, factor) VALUES(2, 'password');
