-- case: it was tried and held: the question came as described
-- expect: pass
-- covered: trial.decision
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'decision', 'choice of a password', 'declared', 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'decision', 1, 1, 'tried by the lab', 'held', 'the question came as described', 'observed', '2026-11-02');

-- case: the trial was made on its counterpart that was found on the device
-- expect: pass
-- covered: trial.decision
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'decision', 'choice of a password', 'declared', 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES (2, 'decision', 'choice of a password, as found', 'observed', 1);
INSERT INTO relation(subject, verb, object, basis) VALUES (1, 'same-as', 2, 'declared');
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'decision', 2, 1, 'tried by the lab', 'held', 'the question came as described', 'observed', '2026-11-02');

-- case: it was tried and broke: no question came
-- expect: fail
-- covered: trial.decision
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'decision', 'choice of a password', 'declared', 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'decision', 1, 1, 'tried by the lab', 'broke', 'no question came', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.decision
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'decision', 'choice of a password', 'declared', 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'decision', 1, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: one was tried, another not
-- expect: inconclusive
-- covered: trial.decision
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'decision', 'choice of a password', 'declared', 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES (2, 'decision', 'another one', 'declared', 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'decision', 1, 1, 'tried by the lab', 'held', 'the question came as described', 'observed', '2026-11-02');

-- case: there is nothing to try it on
-- expect: inconclusive
-- covered: trial.decision

-- case: no decision is left to the user, and nothing was tried
-- expect: pass
-- covered: ixit.26

-- case: nothing was tried, and the list is not whole
-- expect: inconclusive
