-- case: it was tried and held: one message for a wrong name and a wrong password
-- expect: pass
-- covered: trial.login-feedback
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'login-feedback', 0, 1, 'tried by the lab', 'held', 'one message for a wrong name and a wrong password', 'observed', '2026-11-02');

-- case: it was tried and broke: the page says that the name is unknown
-- expect: fail
-- covered: trial.login-feedback
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'login-feedback', 0, 1, 'tried by the lab', 'broke', 'the page says that the name is unknown', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.login-feedback
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'login-feedback', 0, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: nobody tried it
-- expect: inconclusive

-- case: the maker's word is no trial
-- expect: inconclusive
-- covered: trial.login-feedback
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'login-feedback', 0, 1, 'tried by the lab', 'held', 'one message for a wrong name and a wrong password', 'declared', '2026-11-02');
