-- case: it was tried and held: the key could not be read
-- expect: pass
-- covered: trial.identity-tamper
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'parameter', 'device certificate key', 'declared', 1);
INSERT INTO parameter(entity, class, identity) VALUES (1, 'critical', 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'identity-tamper', 1, 1, 'tried by the lab', 'held', 'the key could not be read', 'observed', '2026-11-02');

-- case: the trial was made on its counterpart that was found on the device
-- expect: pass
-- covered: trial.identity-tamper
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'parameter', 'device certificate key', 'declared', 1);
INSERT INTO parameter(entity, class, identity) VALUES (1, 'critical', 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES (2, 'parameter', 'device certificate key, as found', 'observed', 1);
INSERT INTO parameter(entity, class, identity) VALUES (2, 'critical', 1);
INSERT INTO relation(subject, verb, object, basis) VALUES (1, 'same-as', 2, 'declared');
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'identity-tamper', 2, 1, 'tried by the lab', 'held', 'the key could not be read', 'observed', '2026-11-02');

-- case: it was tried and broke: the key was read over the debug port
-- expect: fail
-- covered: trial.identity-tamper
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'parameter', 'device certificate key', 'declared', 1);
INSERT INTO parameter(entity, class, identity) VALUES (1, 'critical', 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'identity-tamper', 1, 1, 'tried by the lab', 'broke', 'the key was read over the debug port', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.identity-tamper
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'parameter', 'device certificate key', 'declared', 1);
INSERT INTO parameter(entity, class, identity) VALUES (1, 'critical', 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'identity-tamper', 1, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: one was tried, another not
-- expect: inconclusive
-- covered: trial.identity-tamper
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'parameter', 'device certificate key', 'declared', 1);
INSERT INTO parameter(entity, class, identity) VALUES (1, 'critical', 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES (2, 'parameter', 'another one', 'declared', 1);
INSERT INTO parameter(entity, class, identity) VALUES (2, 'critical', 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'identity-tamper', 1, 1, 'tried by the lab', 'held', 'the key could not be read', 'observed', '2026-11-02');

-- case: there is nothing to try it on
-- expect: inconclusive
-- covered: trial.identity-tamper

-- case: whether another key is an identity is not said
-- expect: inconclusive
-- covered: trial.identity-tamper
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'parameter', 'key 1', 'declared', 1);
INSERT INTO parameter(entity, identity) VALUES(1, 1);
INSERT INTO trial(kind, entity, input, result, basis) VALUES('identity-tamper', 1, 1, 'held', 'observed');
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'parameter', 'key 2', 'declared', 1);
INSERT INTO parameter(entity, class) VALUES(2, 'critical');

-- case: no identity is declared, and nothing was tried
-- expect: pass
-- covered: ixit.10

-- case: nothing was tried, and the list is not whole
-- expect: inconclusive
