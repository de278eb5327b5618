-- case: it was tried and held: the flash dump held no user data
-- expect: pass
-- covered: trial.wipe
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'deletion', 'factory reset', 'declared', 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'wipe', 1, 1, 'tried by the lab', 'held', 'the flash dump held no user data', 'observed', '2026-11-02');

-- case: the trial was made on its counterpart that was found on the device
-- expect: pass
-- covered: trial.wipe
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'deletion', 'factory reset', 'declared', 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES (2, 'deletion', 'factory reset, as found', 'observed', 1);
INSERT INTO relation(subject, verb, object, basis) VALUES (1, 'same-as', 2, 'declared');
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'wipe', 2, 1, 'tried by the lab', 'held', 'the flash dump held no user data', 'observed', '2026-11-02');

-- case: it was tried and broke: the Wi-Fi key was still in flash
-- expect: fail
-- covered: trial.wipe
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'deletion', 'factory reset', 'declared', 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'wipe', 1, 1, 'tried by the lab', 'broke', 'the Wi-Fi key was still in flash', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.wipe
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'deletion', 'factory reset', 'declared', 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'wipe', 1, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: one was tried, another not
-- expect: inconclusive
-- covered: trial.wipe
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'deletion', 'factory reset', 'declared', 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES (2, 'deletion', 'another one', 'declared', 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'wipe', 1, 1, 'tried by the lab', 'held', 'the flash dump held no user data', 'observed', '2026-11-02');

-- case: there is nothing to try it on
-- expect: inconclusive
-- covered: trial.wipe

-- case: deleting the account is not tried on the device
-- expect: pass
-- covered: trial.wipe
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'deletion', 'factory reset', 'declared', 1), (2, 'deletion', 'account deletion', 'declared', 1);
INSERT INTO field(entity, name, value) VALUES(1, 'Target Type', 'the device'), (2, 'Target Type', 'personal data at associated services');
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES(1, 'wipe', 1, 1, 'tried by the lab', 'held', 'nothing was left', 'observed', '2026-11-02');

-- case: a way to delete that only says where it does not work is tried everywhere
-- expect: inconclusive
-- covered: trial.wipe
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'deletion', 'factory reset', 'declared', 1), (2, 'deletion', 'erase', 'declared', 1);
INSERT INTO field(entity, name, value) VALUES(1, 'Target Type', 'the device'), (2, 'Target Type', 'everything, not only the cloud');
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES(1, 'wipe', 1, 1, 'tried by the lab', 'held', 'nothing was left', 'observed', '2026-11-02');
