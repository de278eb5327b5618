-- case: it was tried and held: all settings came back
-- expect: pass
-- covered: trial.backup, trial.restore
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'backup', 0, 1, 'tried by the lab', 'held', 'all settings came back', 'observed', '2026-11-02'), (2, 'restore', 0, 1, 'tried by the lab', 'held', 'all settings came back', 'observed', '2026-11-02');

-- case: it was tried and broke: the restored device had no users
-- expect: fail
-- covered: trial.backup, trial.restore
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'backup', 0, 1, 'tried by the lab', 'broke', 'the restored device had no users', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.backup, trial.restore
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'backup', 0, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: a backup was made, and nobody put it back
-- expect: inconclusive
-- covered: trial.backup, trial.restore
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'backup', 0, 1, 'tried by the lab', 'held', 'a file was written', 'observed', '2026-11-02');

-- case: a backup was made, and putting it back left the device without users
-- expect: fail
-- finding: restore did not work: the restored device had no users
-- covered: trial.backup, trial.restore
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'backup', 0, 1, 'tried by the lab', 'held', 'a file was written', 'observed', '2026-11-02'), (2, 'restore', 0, 1, 'tried by the lab', 'broke', 'the restored device had no users', 'observed', '2026-11-02');

-- case: nobody tried it
-- expect: inconclusive

-- case: the maker's word is no trial
-- expect: inconclusive
-- covered: trial.backup, trial.restore
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'backup', 0, 1, 'tried by the lab', 'held', 'all settings came back', 'declared', '2026-11-02');
