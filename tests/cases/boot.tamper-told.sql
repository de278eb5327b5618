-- case: it was tried and held: the app showed an alert
-- expect: pass
-- covered: trial.boot-alert
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'boot-alert', 0, 1, 'tried by the lab', 'held', 'the app showed an alert', 'observed', '2026-11-02');

-- case: it was tried and broke: no message appeared
-- expect: fail
-- covered: trial.boot-alert
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'boot-alert', 0, 1, 'tried by the lab', 'broke', 'no message appeared', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.boot-alert
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'boot-alert', 0, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: nobody tried it
-- expect: inconclusive

-- case: the maker's word is no trial
-- expect: inconclusive
-- covered: trial.boot-alert
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'boot-alert', 0, 1, 'tried by the lab', 'held', 'the app showed an alert', 'declared', '2026-11-02');
