-- case: it was tried and held: times within 1 s of UTC
-- expect: pass
-- covered: trial.log-time
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'log-time', 0, 1, 'tried by the lab', 'held', 'times within 1 s of UTC', 'observed', '2026-11-02');

-- case: it was tried and broke: all entries say 1970
-- expect: fail
-- covered: trial.log-time
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'log-time', 0, 1, 'tried by the lab', 'broke', 'all entries say 1970', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.log-time
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'log-time', 0, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: nobody tried it
-- expect: inconclusive

-- case: the maker's word is no trial
-- expect: inconclusive
-- covered: trial.log-time
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'log-time', 0, 1, 'tried by the lab', 'held', 'times within 1 s of UTC', 'declared', '2026-11-02');

-- case: one of two was tried
-- expect: inconclusive
-- covered: trial.log-time
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'log', 'one', 'declared', 1), (2, 'log', 'two', 'declared', 1);
INSERT INTO trial(id, kind, entity, result, basis) VALUES(1, 'log-time', 1, 'held', 'observed');

-- case: each of two was tried
-- expect: pass
-- covered: trial.log-time
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'log', 'one', 'declared', 1), (2, 'log', 'two', 'declared', 1);
INSERT INTO trial(id, kind, entity, result, basis) VALUES(1, 'log-time', 1, 'held', 'observed'), (2, 'log-time', 2, 'held', 'observed');

-- case: there are two, and which of them was tried is not said
-- expect: inconclusive
-- covered: trial.log-time
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'log', 'one', 'declared', 1), (2, 'log', 'two', 'declared', 1);
INSERT INTO trial(id, kind, entity, result, basis) VALUES(1, 'log-time', 0, 'held', 'observed');

-- case: there are two, and one of them that nobody names failed
-- expect: fail
-- covered: trial.log-time
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'log', 'one', 'declared', 1), (2, 'log', 'two', 'declared', 1);
INSERT INTO trial(id, kind, entity, result, basis) VALUES(1, 'log-time', 0, 'broke', 'observed');
