-- case: it was tried and held: the part had to log in again
-- expect: pass
-- covered: trial.reconnect
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'reconnect', 0, 1, 'tried by the lab', 'held', 'the part had to log in again', 'observed', '2026-11-02');

-- case: it was tried and broke: the part was let in without a check
-- expect: fail
-- covered: trial.reconnect
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'reconnect', 0, 1, 'tried by the lab', 'broke', 'the part was let in without a check', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.reconnect
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'reconnect', 0, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: nobody tried it
-- expect: inconclusive

-- case: the maker's word is no trial
-- expect: inconclusive
-- covered: trial.reconnect
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'reconnect', 0, 1, 'tried by the lab', 'held', 'the part had to log in again', 'declared', '2026-11-02');
