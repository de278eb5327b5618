-- case: it was tried and held: the oldest entries were overwritten
-- expect: pass
-- covered: trial.log-full
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'log-full', 0, 1, 'tried by the lab', 'held', 'the oldest entries were overwritten', 'observed', '2026-11-02');

-- case: it was tried and broke: new events were dropped
-- expect: fail
-- covered: trial.log-full
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'log-full', 0, 1, 'tried by the lab', 'broke', 'new events were dropped', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.log-full
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'log-full', 0, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: nobody tried it
-- expect: inconclusive

-- case: the maker's word is no trial
-- expect: inconclusive
-- covered: trial.log-full
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'log-full', 0, 1, 'tried by the lab', 'held', 'the oldest entries were overwritten', 'declared', '2026-11-02');
