-- case: it was tried and held: the switch worked
-- expect: pass
-- covered: trial.log-opt-out
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'log-opt-out', 0, 1, 'tried by the lab', 'held', 'the switch worked', 'observed', '2026-11-02');

-- case: it was tried and broke: there is no switch
-- expect: fail
-- covered: trial.log-opt-out
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'log-opt-out', 0, 1, 'tried by the lab', 'broke', 'there is no switch', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.log-opt-out
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'log-opt-out', 0, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: nobody tried it
-- expect: inconclusive

-- case: the maker's word is no trial
-- expect: inconclusive
-- covered: trial.log-opt-out
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'log-opt-out', 0, 1, 'tried by the lab', 'held', 'the switch worked', 'declared', '2026-11-02');
