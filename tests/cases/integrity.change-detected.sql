-- case: it was tried and held: the change was reported
-- expect: pass
-- covered: trial.integrity-change
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'integrity-change', 0, 1, 'tried by the lab', 'held', 'the change was reported', 'observed', '2026-11-02');

-- case: it was tried and broke: the changed file was used
-- expect: fail
-- covered: trial.integrity-change
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'integrity-change', 0, 1, 'tried by the lab', 'broke', 'the changed file was used', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.integrity-change
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'integrity-change', 0, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: nobody tried it
-- expect: inconclusive

-- case: the maker's word is no trial
-- expect: inconclusive
-- covered: trial.integrity-change
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'integrity-change', 0, 1, 'tried by the lab', 'held', 'the change was reported', 'declared', '2026-11-02');
