-- case: it was tried and held: the connection was ended
-- expect: pass
-- covered: trial.tls-false-certificate
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'tls-false-certificate', 0, 1, 'tried by the lab', 'held', 'the connection was ended', 'observed', '2026-11-02');

-- case: it was tried and broke: data was sent to the false server
-- expect: fail
-- covered: trial.tls-false-certificate
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'tls-false-certificate', 0, 1, 'tried by the lab', 'broke', 'data was sent to the false server', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.tls-false-certificate
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'tls-false-certificate', 0, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: nobody tried it
-- expect: inconclusive

-- case: the maker's word is no trial
-- expect: inconclusive
-- covered: trial.tls-false-certificate
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'tls-false-certificate', 0, 1, 'tried by the lab', 'held', 'the connection was ended', 'declared', '2026-11-02');
