-- case: it was tried and held: no answer on the port
-- expect: pass
-- covered: trial.debug-access
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'interface', 'serial port on the board', 'declared', 1);
INSERT INTO interface(entity, layer, enabled, debug) VALUES (1, 'physical', 1, 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'debug-access', 1, 1, 'tried by the lab', 'held', 'no answer on the port', 'observed', '2026-11-02');

-- case: the trial was made on its counterpart that was found on the device
-- expect: pass
-- covered: trial.debug-access
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'interface', 'serial port on the board', 'declared', 1);
INSERT INTO interface(entity, layer, enabled, debug) VALUES (1, 'physical', 1, 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES (2, 'interface', 'serial port on the board, as found', 'observed', 1);
INSERT INTO interface(entity, layer, enabled, debug) VALUES (2, 'physical', 1, 1);
INSERT INTO relation(subject, verb, object, basis) VALUES (1, 'same-as', 2, 'declared');
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'debug-access', 2, 1, 'tried by the lab', 'held', 'no answer on the port', 'observed', '2026-11-02');

-- case: it was tried and broke: a root shell answered
-- expect: fail
-- covered: trial.debug-access
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'interface', 'serial port on the board', 'declared', 1);
INSERT INTO interface(entity, layer, enabled, debug) VALUES (1, 'physical', 1, 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'debug-access', 1, 1, 'tried by the lab', 'broke', 'a root shell answered', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.debug-access
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'interface', 'serial port on the board', 'declared', 1);
INSERT INTO interface(entity, layer, enabled, debug) VALUES (1, 'physical', 1, 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'debug-access', 1, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: one was tried, another not
-- expect: inconclusive
-- covered: trial.debug-access
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'interface', 'serial port on the board', 'declared', 1);
INSERT INTO interface(entity, layer, enabled, debug) VALUES (1, 'physical', 1, 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES (2, 'interface', 'another one', 'declared', 1);
INSERT INTO interface(entity, layer, enabled, debug) VALUES (2, 'physical', 1, 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'debug-access', 1, 1, 'tried by the lab', 'held', 'no answer on the port', 'observed', '2026-11-02');

-- case: there is nothing to try it on
-- expect: inconclusive
-- covered: trial.debug-access

-- case: no physical interface is declared, and nothing was tried
-- expect: pass
-- covered: ixit.15

-- case: nothing was tried, and the list is not whole
-- expect: inconclusive
