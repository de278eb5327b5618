-- case: it was tried and held: a newcomer got there in 10 minutes
-- expect: pass
-- covered: trial.setup
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'setup', 0, 1, 'tried by the lab', 'held', 'a newcomer got there in 10 minutes', 'observed', '2026-11-02');

-- case: it was tried and broke: the guide leaves the default password in place
-- expect: fail
-- covered: trial.setup
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'setup', 0, 1, 'tried by the lab', 'broke', 'the guide leaves the default password in place', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.setup
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'setup', 0, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: nobody tried it
-- expect: inconclusive

-- case: the maker's word is no trial
-- expect: inconclusive
-- covered: trial.setup
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'setup', 0, 1, 'tried by the lab', 'held', 'a newcomer got there in 10 minutes', 'declared', '2026-11-02');
