-- case: it was tried and held: the app said that all data is deleted
-- expect: pass
-- covered: trial.wipe-confirmed
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'deletion', 'factory reset', 'declared', 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'wipe-confirmed', 1, 1, 'tried by the lab', 'held', 'the app said that all data is deleted', 'observed', '2026-11-02');

-- case: the trial was made on its counterpart that was found on the device
-- expect: pass
-- covered: trial.wipe-confirmed
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'deletion', 'factory reset', 'declared', 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES (2, 'deletion', 'factory reset, as found', 'observed', 1);
INSERT INTO relation(subject, verb, object, basis) VALUES (1, 'same-as', 2, 'declared');
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'wipe-confirmed', 2, 1, 'tried by the lab', 'held', 'the app said that all data is deleted', 'observed', '2026-11-02');

-- case: it was tried and broke: no message appeared
-- expect: fail
-- covered: trial.wipe-confirmed
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'deletion', 'factory reset', 'declared', 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'wipe-confirmed', 1, 1, 'tried by the lab', 'broke', 'no message appeared', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.wipe-confirmed
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'deletion', 'factory reset', 'declared', 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'wipe-confirmed', 1, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: one was tried, another not
-- expect: inconclusive
-- covered: trial.wipe-confirmed
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'deletion', 'factory reset', 'declared', 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES (2, 'deletion', 'another one', 'declared', 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'wipe-confirmed', 1, 1, 'tried by the lab', 'held', 'the app said that all data is deleted', 'observed', '2026-11-02');

-- case: there is nothing to try it on
-- expect: inconclusive
-- covered: trial.wipe-confirmed
