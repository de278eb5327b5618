-- case: it was tried and held: TLS 1.1 was refused
-- expect: pass
-- covered: trial.tls-downgrade
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'tls-downgrade', 0, 1, 'tried by the lab', 'held', 'TLS 1.1 was refused', 'observed', '2026-11-02');

-- case: it was tried and broke: TLS 1.0 was spoken
-- expect: fail
-- covered: trial.tls-downgrade
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'tls-downgrade', 0, 1, 'tried by the lab', 'broke', 'TLS 1.0 was spoken', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.tls-downgrade
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'tls-downgrade', 0, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: nobody tried it
-- expect: inconclusive

-- case: the maker's word is no trial
-- expect: inconclusive
-- covered: trial.tls-downgrade
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'tls-downgrade', 0, 1, 'tried by the lab', 'held', 'TLS 1.1 was refused', 'declared', '2026-11-02');
