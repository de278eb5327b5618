-- case: it was tried and held: all malformed requests got 400
-- expect: pass
-- covered: trial.input-malformed
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'user-interface', 'settings page', 'declared', 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'input-malformed', 1, 1, 'tried by the lab', 'held', 'all malformed requests got 400', 'observed', '2026-11-02');

-- case: the trial was made on its counterpart that was found on the device
-- expect: pass
-- covered: trial.input-malformed
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'user-interface', 'settings page', 'declared', 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES (2, 'user-interface', 'settings page, as found', 'observed', 1);
INSERT INTO relation(subject, verb, object, basis) VALUES (1, 'same-as', 2, 'declared');
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'input-malformed', 2, 1, 'tried by the lab', 'held', 'all malformed requests got 400', 'observed', '2026-11-02');

-- case: it was tried and broke: the process died on a long name
-- expect: fail
-- covered: trial.input-malformed
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'user-interface', 'settings page', 'declared', 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'input-malformed', 1, 1, 'tried by the lab', 'broke', 'the process died on a long name', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.input-malformed
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'user-interface', 'settings page', 'declared', 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'input-malformed', 1, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: one was tried, another not
-- expect: inconclusive
-- covered: trial.input-malformed
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'user-interface', 'settings page', 'declared', 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES (2, 'user-interface', 'another one', 'declared', 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'input-malformed', 1, 1, 'tried by the lab', 'held', 'all malformed requests got 400', 'observed', '2026-11-02');

-- case: there is nothing to try it on
-- expect: inconclusive
-- covered: trial.input-malformed
