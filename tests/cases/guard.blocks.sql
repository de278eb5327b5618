-- case: it was tried and held: the test packet was dropped
-- expect: pass
-- covered: trial.guard-block
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'guard-block', 0, 1, 'tried by the lab', 'held', 'the test packet was dropped', 'observed', '2026-11-02');

-- case: it was tried and broke: the test packet arrived
-- expect: fail
-- covered: trial.guard-block
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'guard-block', 0, 1, 'tried by the lab', 'broke', 'the test packet arrived', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.guard-block
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'guard-block', 0, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: nobody tried it
-- expect: inconclusive

-- case: the maker's word is no trial
-- expect: inconclusive
-- covered: trial.guard-block
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'guard-block', 0, 1, 'tried by the lab', 'held', 'the test packet was dropped', 'declared', '2026-11-02');
