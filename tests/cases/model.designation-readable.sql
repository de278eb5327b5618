-- case: it was tried and held: the label shows the model
-- expect: pass
-- covered: trial.model-read
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'model-read', 0, 1, 'tried by the lab', 'held', 'the label shows the model', 'observed', '2026-11-02');

-- case: it was tried and broke: the label shows only a brand
-- expect: fail
-- covered: trial.model-read
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'model-read', 0, 1, 'tried by the lab', 'broke', 'the label shows only a brand', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.model-read
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'model-read', 0, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: nobody tried it
-- expect: inconclusive

-- case: the maker's word is no trial
-- expect: inconclusive
-- covered: trial.model-read
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'model-read', 0, 1, 'tried by the lab', 'held', 'the label shows the model', 'declared', '2026-11-02');
