-- case: it was tried and held: 128 random bits
-- expect: pass
-- covered: trial.session-id
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'session-id', 0, 1, 'tried by the lab', 'held', '128 random bits', 'observed', '2026-11-02');

-- case: it was tried and broke: ids count upwards
-- expect: fail
-- covered: trial.session-id
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'session-id', 0, 1, 'tried by the lab', 'broke', 'ids count upwards', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.session-id
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'session-id', 0, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: nobody tried it
-- expect: inconclusive

-- case: the maker's word is no trial
-- expect: inconclusive
-- covered: trial.session-id
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'session-id', 0, 1, 'tried by the lab', 'held', '128 random bits', 'declared', '2026-11-02');
