-- case: it was tried and held: syslog over TLS worked
-- expect: pass
-- covered: trial.log-export
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'log-export', 0, 1, 'tried by the lab', 'held', 'syslog over TLS worked', 'observed', '2026-11-02');

-- case: it was tried and broke: no way to read the logs
-- expect: fail
-- covered: trial.log-export
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'log-export', 0, 1, 'tried by the lab', 'broke', 'no way to read the logs', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.log-export
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'log-export', 0, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: nobody tried it
-- expect: inconclusive

-- case: the maker's word is no trial
-- expect: inconclusive
-- covered: trial.log-export
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'log-export', 0, 1, 'tried by the lab', 'held', 'syslog over TLS worked', 'declared', '2026-11-02');
