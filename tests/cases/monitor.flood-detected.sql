-- case: it was tried and held: an alert after 10 s
-- expect: pass
-- covered: trial.monitor-flood
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'monitor-flood', 0, 1, 'tried by the lab', 'held', 'an alert after 10 s', 'observed', '2026-11-02');

-- case: it was tried and broke: no alert
-- expect: fail
-- covered: trial.monitor-flood
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'monitor-flood', 0, 1, 'tried by the lab', 'broke', 'no alert', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.monitor-flood
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'monitor-flood', 0, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: nobody tried it
-- expect: inconclusive

-- case: the maker's word is no trial
-- expect: inconclusive
-- covered: trial.monitor-flood
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'monitor-flood', 0, 1, 'tried by the lab', 'held', 'an alert after 10 s', 'declared', '2026-11-02');
