-- case: it was tried and held: ended after 10 minutes
-- expect: pass
-- covered: trial.session-idle
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'session-idle', 0, 1, 'tried by the lab', 'held', 'ended after 10 minutes', 'observed', '2026-11-02');

-- case: it was tried and broke: still open after a day
-- expect: fail
-- covered: trial.session-idle
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'session-idle', 0, 1, 'tried by the lab', 'broke', 'still open after a day', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.session-idle
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'session-idle', 0, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: nobody tried it
-- expect: inconclusive

-- case: the maker's word is no trial
-- expect: inconclusive
-- covered: trial.session-idle
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'session-idle', 0, 1, 'tried by the lab', 'held', 'ended after 10 minutes', 'declared', '2026-11-02');
