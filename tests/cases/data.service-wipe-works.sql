-- case: it was tried and held: the account was gone after a day
-- expect: pass
-- covered: trial.wipe-service
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'deletion', 'factory reset', 'declared', 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'wipe-service', 1, 1, 'tried by the lab', 'held', 'the account was gone after a day', 'observed', '2026-11-02');

-- case: the trial was made on its counterpart that was found on the device
-- expect: pass
-- covered: trial.wipe-service
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'deletion', 'factory reset', 'declared', 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES (2, 'deletion', 'factory reset, as found', 'observed', 1);
INSERT INTO relation(subject, verb, object, basis) VALUES (1, 'same-as', 2, 'declared');
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'wipe-service', 2, 1, 'tried by the lab', 'held', 'the account was gone after a day', 'observed', '2026-11-02');

-- case: it was tried and broke: the pictures were still there after 30 days
-- expect: fail
-- covered: trial.wipe-service
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'deletion', 'factory reset', 'declared', 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'wipe-service', 1, 1, 'tried by the lab', 'broke', 'the pictures were still there after 30 days', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.wipe-service
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'deletion', 'factory reset', 'declared', 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'wipe-service', 1, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: one was tried, another not
-- expect: inconclusive
-- covered: trial.wipe-service
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'deletion', 'factory reset', 'declared', 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES (2, 'deletion', 'another one', 'declared', 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'wipe-service', 1, 1, 'tried by the lab', 'held', 'the account was gone after a day', 'observed', '2026-11-02');

-- case: there is nothing to try it on
-- expect: inconclusive
-- covered: trial.wipe-service

-- case: a reset button erases on the device alone, and is not tried at the service
-- expect: pass
-- covered: trial.wipe-service
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'deletion', 'account deletion', 'declared', 1), (2, 'deletion', 'reset button', 'declared', 1);
INSERT INTO field(entity, name, value) VALUES(1, 'Target Type', 'personal data at associated services'), (2, 'Target Type', 'user data on the device');
INSERT INTO trial(id, kind, entity, input, result, detail, basis, done) VALUES(1, 'wipe-service', 1, 1, 'held', 'gone after a day', 'observed', '2026-11-02');

-- case: a button that erases on the device and at the service was not tried
-- expect: inconclusive
-- covered: trial.wipe-service
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'deletion', 'account deletion', 'declared', 1), (2, 'deletion', 'reset button', 'declared', 1);
INSERT INTO field(entity, name, value) VALUES(1, 'Target Type', 'personal data at associated services'), (2, 'Target Type', 'user data on the device and at the service');
INSERT INTO trial(id, kind, entity, input, result, detail, basis, done) VALUES(1, 'wipe-service', 1, 1, 'held', 'gone after a day', 'observed', '2026-11-02');

-- case: what the button erases is not said
-- expect: inconclusive
-- covered: trial.wipe-service
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'deletion', 'account deletion', 'declared', 1), (2, 'deletion', 'reset button', 'declared', 1);
INSERT INTO field(entity, name, value) VALUES(1, 'Target Type', 'personal data at associated services'), (2, 'Target Type', NULL);
INSERT INTO trial(id, kind, entity, input, result, detail, basis, done) VALUES(1, 'wipe-service', 1, 1, 'held', 'gone after a day', 'observed', '2026-11-02');

-- case: the button was tried, the account was not
-- expect: inconclusive
-- covered: trial.wipe-service
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'deletion', 'account deletion', 'declared', 1), (2, 'deletion', 'reset button', 'declared', 1);
INSERT INTO field(entity, name, value) VALUES(1, 'Target Type', 'personal data at associated services'), (2, 'Target Type', 'user data on the device');
INSERT INTO trial(id, kind, entity, input, result, detail, basis, done) VALUES(2, 'wipe-service', 2, 1, 'held', 'gone after a day', 'observed', '2026-11-02');

-- case: a reset of the product is not tried at the service
-- expect: pass
-- covered: trial.wipe-service
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'deletion', 'account deletion', 'declared', 1), (2, 'deletion', 'reset', 'declared', 1);
INSERT INTO field(entity, name, value) VALUES(1, 'Target Type', 'personal data at associated services'), (2, 'Target Type', 'the product');
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES(1, 'wipe-service', 1, 1, 'tried by the lab', 'held', 'nothing was left', 'observed', '2026-11-02');
