-- case: it was tried and held: the sixth session was refused
-- expect: pass
-- covered: trial.session-count
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'session-count', 0, 1, 'tried by the lab', 'held', 'the sixth session was refused', 'observed', '2026-11-02');

-- case: it was tried and broke: 100 sessions were open at once
-- expect: fail
-- covered: trial.session-count
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'session-count', 0, 1, 'tried by the lab', 'broke', '100 sessions were open at once', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.session-count
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'session-count', 0, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: nobody tried it
-- expect: inconclusive

-- case: the maker's word is no trial
-- expect: inconclusive
-- covered: trial.session-count
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'session-count', 0, 1, 'tried by the lab', 'held', 'the sixth session was refused', 'declared', '2026-11-02');
