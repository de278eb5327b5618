-- case: it was tried and held: the app asked before sharing
-- expect: pass
-- covered: trial.notify-change
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'notify-change', 0, 1, 'tried by the lab', 'held', 'the app asked before sharing', 'observed', '2026-11-02');

-- case: it was tried and broke: sharing was switched on silently
-- expect: fail
-- covered: trial.notify-change
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'notify-change', 0, 1, 'tried by the lab', 'broke', 'sharing was switched on silently', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.notify-change
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'notify-change', 0, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: nobody tried it
-- expect: inconclusive

-- case: the maker's word is no trial
-- expect: inconclusive
-- covered: trial.notify-change
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'notify-change', 0, 1, 'tried by the lab', 'held', 'the app asked before sharing', 'declared', '2026-11-02');
