-- case: it was tried and held: the sixth session was refused
-- expect: pass
-- covered: trial.session-count
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'session-count', 0, 1, 'tried by the lab', 'held', 'the sixth session was refused', 'observed', '2026-11-02');

-- case: it was tried and broke: 100 sessions were open at once
-- expect: fail
-- covered: trial.session-count
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'session-count', 0, 1, 'tried by the lab', 'broke', '100 sessions were open at once', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.session-count
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'session-count', 0, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: nobody tried it
-- expect: inconclusive

-- case: the maker's word is no trial
-- expect: inconclusive
-- covered: trial.session-count
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'session-count', 0, 1, 'tried by the lab', 'held', 'the sixth session was refused', 'declared', '2026-11-02');

-- case: one of two was tried
-- expect: inconclusive
-- covered: trial.session-count
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'auth-mechanism', 'web page', 'declared', 1), (2, 'auth-mechanism', 'console', 'declared', 1);
INSERT INTO auth_mechanism(entity, subject, factor) VALUES(1, 'user', 'password'), (2, 'user', 'password');
INSERT INTO trial(id, kind, entity, input, result, detail, basis, done) VALUES(1, 'session-count', 1, 1, 'held', 'as the lab saw it', 'observed', '2026-11-02');

-- case: both were tried
-- expect: pass
-- covered: trial.session-count
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'auth-mechanism', 'web page', 'declared', 1), (2, 'auth-mechanism', 'console', 'declared', 1);
INSERT INTO auth_mechanism(entity, subject, factor) VALUES(1, 'user', 'password'), (2, 'user', 'password');
INSERT INTO trial(id, kind, entity, input, result, detail, basis, done) VALUES(1, 'session-count', 1, 1, 'held', 'as the lab saw it', 'observed', '2026-11-02'), (2, 'session-count', 2, 1, 'held', 'as the lab saw it', 'observed', '2026-11-02');

-- case: nobody said at which of two it was tried
-- expect: inconclusive
-- covered: trial.session-count
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'auth-mechanism', 'web page', 'declared', 1), (2, 'auth-mechanism', 'console', 'declared', 1);
INSERT INTO auth_mechanism(entity, subject, factor) VALUES(1, 'user', 'password'), (2, 'user', 'password');
INSERT INTO trial(id, kind, entity, input, result, detail, basis, done) VALUES(1, 'session-count', 0, 1, 'held', 'as the lab saw it', 'observed', '2026-11-02');

-- case: one of two broke, the other was not tried
-- expect: fail
-- covered: trial.session-count
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'auth-mechanism', 'web page', 'declared', 1), (2, 'auth-mechanism', 'console', 'declared', 1);
INSERT INTO auth_mechanism(entity, subject, factor) VALUES(1, 'user', 'password'), (2, 'user', 'password');
INSERT INTO trial(id, kind, entity, input, result, detail, basis, done) VALUES(1, 'session-count', 2, 1, 'broke', 'as the lab saw it', 'observed', '2026-11-02');

-- case: something broke, and nobody said where
-- expect: fail
-- covered: trial.session-count
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'auth-mechanism', 'web page', 'declared', 1), (2, 'auth-mechanism', 'console', 'declared', 1);
INSERT INTO auth_mechanism(entity, subject, factor) VALUES(1, 'user', 'password'), (2, 'user', 'password');
INSERT INTO trial(id, kind, entity, input, result, detail, basis, done) VALUES(1, 'session-count', 0, 1, 'broke', 'as the lab saw it', 'observed', '2026-11-02');
