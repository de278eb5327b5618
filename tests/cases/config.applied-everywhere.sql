-- case: it was tried and held: the new password held in the app, too
-- expect: pass
-- covered: trial.config-apply
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'config-apply', 0, 1, 'tried by the lab', 'held', 'the new password held in the app, too', 'observed', '2026-11-02');

-- case: it was tried and broke: the app kept the old setting
-- expect: fail
-- covered: trial.config-apply
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'config-apply', 0, 1, 'tried by the lab', 'broke', 'the app kept the old setting', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.config-apply
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'config-apply', 0, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: nobody tried it
-- expect: inconclusive

-- case: the maker's word is no trial
-- expect: inconclusive
-- covered: trial.config-apply
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'config-apply', 0, 1, 'tried by the lab', 'held', 'the new password held in the app, too', 'declared', '2026-11-02');
