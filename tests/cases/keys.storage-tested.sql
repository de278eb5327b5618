-- case: it was tried and held: the dump held no plain key
-- expect: pass
-- covered: trial.secret-read
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'parameter', 'device key', 'declared', 1);
INSERT INTO parameter(entity, class, stored) VALUES (1, 'critical', 'encrypted');
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'secret-read', 1, 1, 'tried by the lab', 'held', 'the dump held no plain key', 'observed', '2026-11-02');

-- case: the trial was made on its counterpart that was found on the device
-- expect: pass
-- covered: trial.secret-read
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'parameter', 'device key', 'declared', 1);
INSERT INTO parameter(entity, class, stored) VALUES (1, 'critical', 'encrypted');
INSERT INTO entity(id, kind, name, basis, input) VALUES (2, 'parameter', 'device key, as found', 'observed', 1);
INSERT INTO parameter(entity, class, stored) VALUES (2, 'critical', 'encrypted');
INSERT INTO relation(subject, verb, object, basis) VALUES (1, 'same-as', 2, 'declared');
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'secret-read', 2, 1, 'tried by the lab', 'held', 'the dump held no plain key', 'observed', '2026-11-02');

-- case: it was tried and broke: the key was in the flash dump
-- expect: fail
-- covered: trial.secret-read
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'parameter', 'device key', 'declared', 1);
INSERT INTO parameter(entity, class, stored) VALUES (1, 'critical', 'encrypted');
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'secret-read', 1, 1, 'tried by the lab', 'broke', 'the key was in the flash dump', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.secret-read
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'parameter', 'device key', 'declared', 1);
INSERT INTO parameter(entity, class, stored) VALUES (1, 'critical', 'encrypted');
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'secret-read', 1, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: one was tried, another not
-- expect: inconclusive
-- covered: trial.secret-read
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'parameter', 'device key', 'declared', 1);
INSERT INTO parameter(entity, class, stored) VALUES (1, 'critical', 'encrypted');
INSERT INTO entity(id, kind, name, basis, input) VALUES (2, 'parameter', 'another one', 'declared', 1);
INSERT INTO parameter(entity, class, stored) VALUES (2, 'critical', 'encrypted');
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'secret-read', 1, 1, 'tried by the lab', 'held', 'the dump held no plain key', 'observed', '2026-11-02');

-- case: there is nothing to try it on
-- expect: inconclusive
-- covered: trial.secret-read

-- case: no secret is declared, and nothing was tried
-- expect: pass
-- covered: ixit.10

-- case: nothing was tried, and the list is not whole
-- expect: inconclusive
