-- case: it was tried and held: only the set-up page was open
-- expect: pass
-- covered: trial.factory-state
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'factory-state', 0, 1, 'tried by the lab', 'held', 'only the set-up page was open', 'observed', '2026-11-02');

-- case: it was tried and broke: telnet was open in the factory state
-- expect: fail
-- covered: trial.factory-state
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'factory-state', 0, 1, 'tried by the lab', 'broke', 'telnet was open in the factory state', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.factory-state
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'factory-state', 0, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: nobody tried it
-- expect: inconclusive

-- case: the maker's word is no trial
-- expect: inconclusive
-- covered: trial.factory-state
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'factory-state', 0, 1, 'tried by the lab', 'held', 'only the set-up page was open', 'declared', '2026-11-02');
