-- case: it was tried and held: it works without network
-- expect: pass
-- covered: trial.isolation
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'isolation', 0, 1, 'tried by the lab', 'held', 'it works without network', 'observed', '2026-11-02');

-- case: it was tried and broke: it stopped without the cloud
-- expect: fail
-- covered: trial.isolation
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'isolation', 0, 1, 'tried by the lab', 'broke', 'it stopped without the cloud', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.isolation
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'isolation', 0, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: nobody tried it
-- expect: inconclusive

-- case: the maker's word is no trial
-- expect: inconclusive
-- covered: trial.isolation
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'isolation', 0, 1, 'tried by the lab', 'held', 'it works without network', 'declared', '2026-11-02');
