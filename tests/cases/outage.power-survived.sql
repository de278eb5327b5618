-- case: it was tried and held: all settings were there
-- expect: pass
-- covered: trial.outage-power
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'outage-power', 0, 1, 'tried by the lab', 'held', 'all settings were there', 'observed', '2026-11-02');

-- case: it was tried and broke: it came back in set-up mode
-- expect: fail
-- covered: trial.outage-power
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'outage-power', 0, 1, 'tried by the lab', 'broke', 'it came back in set-up mode', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.outage-power
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'outage-power', 0, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: nobody tried it
-- expect: inconclusive

-- case: the maker's word is no trial
-- expect: inconclusive
-- covered: trial.outage-power
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'outage-power', 0, 1, 'tried by the lab', 'held', 'all settings were there', 'declared', '2026-11-02');
