-- case: it was tried and held: set-up began anew
-- expect: pass
-- covered: trial.reset
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'reset', 0, 1, 'tried by the lab', 'held', 'set-up began anew', 'observed', '2026-11-02');

-- case: it was tried and broke: the old user could still log in
-- expect: fail
-- covered: trial.reset
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'reset', 0, 1, 'tried by the lab', 'broke', 'the old user could still log in', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.reset
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'reset', 0, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: nobody tried it
-- expect: inconclusive

-- case: the maker's word is no trial
-- expect: inconclusive
-- covered: trial.reset
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'reset', 0, 1, 'tried by the lab', 'held', 'set-up began anew', 'declared', '2026-11-02');
