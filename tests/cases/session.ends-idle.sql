-- case: it was tried and held: ended after 10 minutes
-- expect: pass
-- covered: trial.session-idle
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'session-idle', 0, 1, 'tried by the lab', 'held', 'ended after 10 minutes', 'observed', '2026-11-02');

-- case: it was tried and broke: still open after a day
-- expect: fail
-- covered: trial.session-idle
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'session-idle', 0, 1, 'tried by the lab', 'broke', 'still open after a day', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.session-idle
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'session-idle', 0, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: nobody tried it
-- expect: inconclusive

-- case: the maker's word is no trial
-- expect: inconclusive
-- covered: trial.session-idle
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'session-idle', 0, 1, 'tried by the lab', 'held', 'ended after 10 minutes', 'declared', '2026-11-02');

-- case: one of two was tried
-- expect: inconclusive
-- covered: trial.session-idle
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'auth-mechanism', 'web page', 'declared', 1), (2, 'auth-mechanism', 'console', 'declared', 1);
INSERT INTO auth_mechanism(entity, subject, factor) VALUES(1, 'user', 'password'), (2, 'user', 'password');
INSERT INTO trial(id, kind, entity, input, result, detail, basis, done) VALUES(1, 'session-idle', 1, 1, 'held', 'as the lab saw it', 'observed', '2026-11-02');

-- case: both were tried
-- expect: pass
-- covered: trial.session-idle
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'auth-mechanism', 'web page', 'declared', 1), (2, 'auth-mechanism', 'console', 'declared', 1);
INSERT INTO auth_mechanism(entity, subject, factor) VALUES(1, 'user', 'password'), (2, 'user', 'password');
INSERT INTO trial(id, kind, entity, input, result, detail, basis, done) VALUES(1, 'session-idle', 1, 1, 'held', 'as the lab saw it', 'observed', '2026-11-02'), (2, 'session-idle', 2, 1, 'held', 'as the lab saw it', 'observed', '2026-11-02');

-- case: nobody said at which of two it was tried
-- expect: inconclusive
-- covered: trial.session-idle
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'auth-mechanism', 'web page', 'declared', 1), (2, 'auth-mechanism', 'console', 'declared', 1);
INSERT INTO auth_mechanism(entity, subject, factor) VALUES(1, 'user', 'password'), (2, 'user', 'password');
INSERT INTO trial(id, kind, entity, input, result, detail, basis, done) VALUES(1, 'session-idle', 0, 1, 'held', 'as the lab saw it', 'observed', '2026-11-02');

-- case: one of two broke, the other was not tried
-- expect: fail
-- covered: trial.session-idle
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'auth-mechanism', 'web page', 'declared', 1), (2, 'auth-mechanism', 'console', 'declared', 1);
INSERT INTO auth_mechanism(entity, subject, factor) VALUES(1, 'user', 'password'), (2, 'user', 'password');
INSERT INTO trial(id, kind, entity, input, result, detail, basis, done) VALUES(1, 'session-idle', 2, 1, 'broke', 'as the lab saw it', 'observed', '2026-11-02');

-- case: something broke, and nobody said where
-- expect: fail
-- covered: trial.session-idle
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'auth-mechanism', 'web page', 'declared', 1), (2, 'auth-mechanism', 'console', 'declared', 1);
INSERT INTO auth_mechanism(entity, subject, factor) VALUES(1, 'user', 'password'), (2, 'user', 'password');
INSERT INTO trial(id, kind, entity, input, result, detail, basis, done) VALUES(1, 'session-idle', 0, 1, 'broke', 'as the lab saw it', 'observed', '2026-11-02');
