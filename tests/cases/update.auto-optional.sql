-- case: it was tried and held: postponed by a day
-- expect: pass
-- covered: trial.update-auto-optional
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'update-mechanism', 'update over the air', 'declared', 1);
INSERT INTO update_mechanism(entity, over_network, automatic, notifies) VALUES (1, 1, 1, 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'update-auto-optional', 1, 1, 'tried by the lab', 'held', 'postponed by a day', 'observed', '2026-11-02');

-- case: the trial was made on its counterpart that was found on the device
-- expect: pass
-- covered: trial.update-auto-optional
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'update-mechanism', 'update over the air', 'declared', 1);
INSERT INTO update_mechanism(entity, over_network, automatic, notifies) VALUES (1, 1, 1, 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES (2, 'update-mechanism', 'update over the air, as found', 'observed', 1);
INSERT INTO update_mechanism(entity, over_network, automatic, notifies) VALUES (2, 1, 1, 1);
INSERT INTO relation(subject, verb, object, basis) VALUES (1, 'same-as', 2, 'declared');
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'update-auto-optional', 2, 1, 'tried by the lab', 'held', 'postponed by a day', 'observed', '2026-11-02');

-- case: it was tried and broke: the update came all the same
-- expect: fail
-- covered: trial.update-auto-optional
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'update-mechanism', 'update over the air', 'declared', 1);
INSERT INTO update_mechanism(entity, over_network, automatic, notifies) VALUES (1, 1, 1, 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'update-auto-optional', 1, 1, 'tried by the lab', 'broke', 'the update came all the same', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.update-auto-optional
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'update-mechanism', 'update over the air', 'declared', 1);
INSERT INTO update_mechanism(entity, over_network, automatic, notifies) VALUES (1, 1, 1, 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'update-auto-optional', 1, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: one was tried, another not
-- expect: inconclusive
-- covered: trial.update-auto-optional
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'update-mechanism', 'update over the air', 'declared', 1);
INSERT INTO update_mechanism(entity, over_network, automatic, notifies) VALUES (1, 1, 1, 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES (2, 'update-mechanism', 'another one', 'declared', 1);
INSERT INTO update_mechanism(entity, over_network, automatic, notifies) VALUES (2, 1, 1, 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'update-auto-optional', 1, 1, 'tried by the lab', 'held', 'postponed by a day', 'observed', '2026-11-02');

-- case: there is nothing to try it on
-- expect: inconclusive
-- covered: trial.update-auto-optional
