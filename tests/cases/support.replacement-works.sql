-- case: it was tried and held: the new unit took the settings over
-- expect: pass
-- covered: trial.replacement
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'replacement', 0, 1, 'tried by the lab', 'held', 'the new unit took the settings over', 'observed', '2026-11-02');

-- case: it was tried and broke: the new unit was refused
-- expect: fail
-- covered: trial.replacement
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'replacement', 0, 1, 'tried by the lab', 'broke', 'the new unit was refused', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.replacement
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'replacement', 0, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: nobody tried it
-- expect: inconclusive

-- case: the maker's word is no trial
-- expect: inconclusive
-- covered: trial.replacement
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'replacement', 0, 1, 'tried by the lab', 'held', 'the new unit took the settings over', 'declared', '2026-11-02');
