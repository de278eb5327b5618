-- case: it was tried and held: answered again after 2 s
-- expect: pass
-- covered: trial.flood
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'interface', 'Ethernet', 'declared', 1);
INSERT INTO interface(entity, layer, enabled) VALUES (1, 'network', 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'flood', 1, 1, 'tried by the lab', 'held', 'answered again after 2 s', 'observed', '2026-11-02');

-- case: the trial was made on its counterpart that was found on the device
-- expect: pass
-- covered: trial.flood
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'interface', 'Ethernet', 'declared', 1);
INSERT INTO interface(entity, layer, enabled) VALUES (1, 'network', 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES (2, 'interface', 'Ethernet, as found', 'observed', 1);
INSERT INTO interface(entity, layer, enabled) VALUES (2, 'network', 1);
INSERT INTO relation(subject, verb, object, basis) VALUES (1, 'same-as', 2, 'declared');
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'flood', 2, 1, 'tried by the lab', 'held', 'answered again after 2 s', 'observed', '2026-11-02');

-- case: it was tried and broke: the device had to be unplugged
-- expect: fail
-- covered: trial.flood
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'interface', 'Ethernet', 'declared', 1);
INSERT INTO interface(entity, layer, enabled) VALUES (1, 'network', 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'flood', 1, 1, 'tried by the lab', 'broke', 'the device had to be unplugged', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.flood
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'interface', 'Ethernet', 'declared', 1);
INSERT INTO interface(entity, layer, enabled) VALUES (1, 'network', 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'flood', 1, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: one was tried, another not
-- expect: inconclusive
-- covered: trial.flood
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'interface', 'Ethernet', 'declared', 1);
INSERT INTO interface(entity, layer, enabled) VALUES (1, 'network', 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES (2, 'interface', 'another one', 'declared', 1);
INSERT INTO interface(entity, layer, enabled) VALUES (2, 'network', 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'flood', 1, 1, 'tried by the lab', 'held', 'answered again after 2 s', 'observed', '2026-11-02');

-- case: there is nothing to try it on
-- expect: inconclusive
-- covered: trial.flood
