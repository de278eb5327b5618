-- case: it was tried and held: the fallback image started
-- expect: pass
-- covered: trial.recovery
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'recovery', 0, 1, 'tried by the lab', 'held', 'the fallback image started', 'observed', '2026-11-02');

-- case: it was tried and broke: the device did not start again
-- expect: fail
-- covered: trial.recovery
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'recovery', 0, 1, 'tried by the lab', 'broke', 'the device did not start again', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.recovery
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'recovery', 0, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: nobody tried it
-- expect: inconclusive

-- case: the maker's word is no trial
-- expect: inconclusive
-- covered: trial.recovery
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'recovery', 0, 1, 'tried by the lab', 'held', 'the fallback image started', 'declared', '2026-11-02');
