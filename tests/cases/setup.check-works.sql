-- case: it was tried and held: the weak setting was named
-- expect: pass
-- covered: trial.setup-check
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'setup-check', 0, 1, 'tried by the lab', 'held', 'the weak setting was named', 'observed', '2026-11-02');

-- case: it was tried and broke: the weak setting was called fine
-- expect: fail
-- covered: trial.setup-check
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'setup-check', 0, 1, 'tried by the lab', 'broke', 'the weak setting was called fine', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.setup-check
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'setup-check', 0, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: nobody tried it
-- expect: inconclusive

-- case: the maker's word is no trial
-- expect: inconclusive
-- covered: trial.setup-check
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'setup-check', 0, 1, 'tried by the lab', 'held', 'the weak setting was named', 'declared', '2026-11-02');
