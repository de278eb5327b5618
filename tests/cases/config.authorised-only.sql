-- case: it was tried and held: a change without login was refused
-- expect: pass
-- covered: trial.config-change
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'config-change', 0, 1, 'tried by the lab', 'held', 'a change without login was refused', 'observed', '2026-11-02');

-- case: it was tried and broke: the change was accepted without login
-- expect: fail
-- covered: trial.config-change
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'config-change', 0, 1, 'tried by the lab', 'broke', 'the change was accepted without login', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.config-change
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'config-change', 0, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: nobody tried it
-- expect: inconclusive

-- case: the maker's word is no trial
-- expect: inconclusive
-- covered: trial.config-change
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'config-change', 0, 1, 'tried by the lab', 'held', 'a change without login was refused', 'declared', '2026-11-02');
