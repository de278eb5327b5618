-- case: it was tried and held: the relay opened
-- expect: pass
-- covered: trial.safe-state
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'safe-state', 0, 1, 'tried by the lab', 'held', 'the relay opened', 'observed', '2026-11-02');

-- case: it was tried and broke: the relay stayed closed
-- expect: fail
-- covered: trial.safe-state
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'safe-state', 0, 1, 'tried by the lab', 'broke', 'the relay stayed closed', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.safe-state
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'safe-state', 0, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: nobody tried it
-- expect: inconclusive

-- case: the maker's word is no trial
-- expect: inconclusive
-- covered: trial.safe-state
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'safe-state', 0, 1, 'tried by the lab', 'held', 'the relay opened', 'declared', '2026-11-02');
