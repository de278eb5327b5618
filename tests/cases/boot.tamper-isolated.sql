-- case: it was tried and held: only the alert left the device
-- expect: pass
-- covered: trial.boot-isolated
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'boot-isolated', 0, 1, 'tried by the lab', 'held', 'only the alert left the device', 'observed', '2026-11-02');

-- case: it was tried and broke: the changed device logged in to the cloud
-- expect: fail
-- covered: trial.boot-isolated
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'boot-isolated', 0, 1, 'tried by the lab', 'broke', 'the changed device logged in to the cloud', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.boot-isolated
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'boot-isolated', 0, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: nobody tried it
-- expect: inconclusive

-- case: the maker's word is no trial
-- expect: inconclusive
-- covered: trial.boot-isolated
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'boot-isolated', 0, 1, 'tried by the lab', 'held', 'only the alert left the device', 'declared', '2026-11-02');
