-- case: it was tried and held: no relation to MAC or serial was found
-- expect: pass
-- covered: samples, trial.password-derive
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'auth-mechanism', 'Wi-Fi key on the label', 'declared', 1);
INSERT INTO auth_mechanism(entity, subject, factor, set_by) VALUES (1, 'user', 'password', 'factory-unique');
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'password-derive', 1, 1, 'tried by the lab', 'held', 'no relation to MAC or serial was found', 'observed', '2026-11-02');

-- case: the trial was made on its counterpart that was found on the device
-- expect: pass
-- covered: samples, trial.password-derive
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'auth-mechanism', 'Wi-Fi key on the label', 'declared', 1);
INSERT INTO auth_mechanism(entity, subject, factor, set_by) VALUES (1, 'user', 'password', 'factory-unique');
INSERT INTO entity(id, kind, name, basis, input) VALUES (2, 'auth-mechanism', 'Wi-Fi key on the label, as found', 'observed', 1);
INSERT INTO auth_mechanism(entity, subject, factor, set_by) VALUES (2, 'user', 'password', 'factory-unique');
INSERT INTO relation(subject, verb, object, basis) VALUES (1, 'same-as', 2, 'declared');
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'password-derive', 2, 1, 'tried by the lab', 'held', 'no relation to MAC or serial was found', 'observed', '2026-11-02');

-- case: it was tried and broke: it is the last 8 digits of the MAC
-- expect: fail
-- covered: samples, trial.password-derive
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'auth-mechanism', 'Wi-Fi key on the label', 'declared', 1);
INSERT INTO auth_mechanism(entity, subject, factor, set_by) VALUES (1, 'user', 'password', 'factory-unique');
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'password-derive', 1, 1, 'tried by the lab', 'broke', 'it is the last 8 digits of the MAC', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: samples, trial.password-derive
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'auth-mechanism', 'Wi-Fi key on the label', 'declared', 1);
INSERT INTO auth_mechanism(entity, subject, factor, set_by) VALUES (1, 'user', 'password', 'factory-unique');
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'password-derive', 1, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: one was tried, another not
-- expect: inconclusive
-- covered: samples, trial.password-derive
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'auth-mechanism', 'Wi-Fi key on the label', 'declared', 1);
INSERT INTO auth_mechanism(entity, subject, factor, set_by) VALUES (1, 'user', 'password', 'factory-unique');
INSERT INTO entity(id, kind, name, basis, input) VALUES (2, 'auth-mechanism', 'another one', 'declared', 1);
INSERT INTO auth_mechanism(entity, subject, factor, set_by) VALUES (2, 'user', 'password', 'factory-unique');
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'password-derive', 1, 1, 'tried by the lab', 'held', 'no relation to MAC or serial was found', 'observed', '2026-11-02');

-- case: there is nothing to try it on
-- expect: inconclusive
-- covered: samples, trial.password-derive

-- case: who sets another password is not said
-- expect: inconclusive
-- covered: samples, trial.password-derive
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'auth-mechanism', 'login 1', 'declared', 1);
INSERT INTO auth_mechanism(entity, factor, set_by) VALUES(1, 'password', 'factory-unique');
INSERT INTO trial(kind, entity, input, result, basis) VALUES('password-derive', 1, 1, 'held', 'observed');
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'auth-mechanism', 'login 2', 'declared', 1);
INSERT INTO auth_mechanism(entity, factor) VALUES(2, 'password');
