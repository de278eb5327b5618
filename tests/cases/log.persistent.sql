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
