-- case: it was tried and held: entries from before the restart were there
-- expect: pass
-- covered: trial.log-restart
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'log-restart', 0, 1, 'tried by the lab', 'held', 'entries from before the restart were there', 'observed', '2026-11-02');

-- case: it was tried and broke: the log was empty after the restart
-- expect: fail
-- covered: trial.log-restart
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'log-restart', 0, 1, 'tried by the lab', 'broke', 'the log was empty after the restart', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.log-restart
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'log-restart', 0, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: nobody tried it
-- expect: inconclusive

-- case: the maker's word is no trial
-- expect: inconclusive
-- covered: trial.log-restart
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'log-restart', 0, 1, 'tried by the lab', 'held', 'entries from before the restart were there', 'declared', '2026-11-02');

-- case: one of two was tried
-- expect: inconclusive
-- covered: trial.log-restart
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'log', 'one', 'declared', 1), (2, 'log', 'two', 'declared', 1);
INSERT INTO trial(id, kind, entity, result, basis) VALUES(1, 'log-restart', 1, 'held', 'observed');

-- case: each of two was tried
-- expect: pass
-- covered: trial.log-restart
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'log', 'one', 'declared', 1), (2, 'log', 'two', 'declared', 1);
INSERT INTO trial(id, kind, entity, result, basis) VALUES(1, 'log-restart', 1, 'held', 'observed'), (2, 'log-restart', 2, 'held', 'observed');

-- case: there are two, and which of them was tried is not said
-- expect: inconclusive
-- covered: trial.log-restart
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'log', 'one', 'declared', 1), (2, 'log', 'two', 'declared', 1);
INSERT INTO trial(id, kind, entity, result, basis) VALUES(1, 'log-restart', 0, 'held', 'observed');

-- case: there are two, and one of them that nobody names failed
-- expect: fail
-- covered: trial.log-restart
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'log', 'one', 'declared', 1), (2, 'log', 'two', 'declared', 1);
INSERT INTO trial(id, kind, entity, result, basis) VALUES(1, 'log-restart', 0, 'broke', 'observed');
