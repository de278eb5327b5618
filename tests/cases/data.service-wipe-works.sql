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
