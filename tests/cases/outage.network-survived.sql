-- case: it was tried and held: the lamp could be switched by its button
-- expect: pass
-- covered: trial.outage-network
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'outage-network', 0, 1, 'tried by the lab', 'held', 'the lamp could be switched by its button', 'observed', '2026-11-02');

-- case: it was tried and broke: the lock could not be opened
-- expect: fail
-- covered: trial.outage-network
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'outage-network', 0, 1, 'tried by the lab', 'broke', 'the lock could not be opened', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.outage-network
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'outage-network', 0, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: nobody tried it
-- expect: inconclusive

-- case: the maker's word is no trial
-- expect: inconclusive
-- covered: trial.outage-network
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'outage-network', 0, 1, 'tried by the lab', 'held', 'the lamp could be switched by its button', 'declared', '2026-11-02');
