-- case: it was tried and held: the guest network could not reach the LAN
-- expect: pass
-- covered: trial.traffic-control
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'traffic-control', 0, 1, 'tried by the lab', 'held', 'the guest network could not reach the LAN', 'observed', '2026-11-02');

-- case: it was tried and broke: a guest reached the LAN
-- expect: fail
-- covered: trial.traffic-control
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'traffic-control', 0, 1, 'tried by the lab', 'broke', 'a guest reached the LAN', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.traffic-control
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'traffic-control', 0, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: nobody tried it
-- expect: inconclusive

-- case: the maker's word is no trial
-- expect: inconclusive
-- covered: trial.traffic-control
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'traffic-control', 0, 1, 'tried by the lab', 'held', 'the guest network could not reach the LAN', 'declared', '2026-11-02');
