-- case: it was tried and held: the oldest entries were overwritten
-- expect: pass
-- covered: trial.log-full
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'log-full', 0, 1, 'tried by the lab', 'held', 'the oldest entries were overwritten', 'observed', '2026-11-02');

-- case: it was tried and broke: new events were dropped
-- expect: fail
-- covered: trial.log-full
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'log-full', 0, 1, 'tried by the lab', 'broke', 'new events were dropped', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.log-full
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'log-full', 0, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: nobody tried it
-- expect: inconclusive

-- case: the maker's word is no trial
-- expect: inconclusive
-- covered: trial.log-full
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'log-full', 0, 1, 'tried by the lab', 'held', 'the oldest entries were overwritten', 'declared', '2026-11-02');

-- case: one of two was tried
-- expect: inconclusive
-- covered: trial.log-full
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'log', 'one', 'declared', 1), (2, 'log', 'two', 'declared', 1);
INSERT INTO trial(id, kind, entity, result, basis) VALUES(1, 'log-full', 1, 'held', 'observed');

-- case: each of two was tried
-- expect: pass
-- covered: trial.log-full
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'log', 'one', 'declared', 1), (2, 'log', 'two', 'declared', 1);
INSERT INTO trial(id, kind, entity, result, basis) VALUES(1, 'log-full', 1, 'held', 'observed'), (2, 'log-full', 2, 'held', 'observed');

-- case: there are two, and which of them was tried is not said
-- expect: inconclusive
-- covered: trial.log-full
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'log', 'one', 'declared', 1), (2, 'log', 'two', 'declared', 1);
INSERT INTO trial(id, kind, entity, result, basis) VALUES(1, 'log-full', 0, 'held', 'observed');

-- case: there are two, and one of them that nobody names failed
-- expect: fail
-- covered: trial.log-full
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'log', 'one', 'declared', 1), (2, 'log', 'two', 'declared', 1);
INSERT INTO trial(id, kind, entity, result, basis) VALUES(1, 'log-full', 0, 'broke', 'observed');
