-- case: it was tried and held: behind screws and glue
-- expect: pass
-- covered: trial.casing
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'interface', 'serial port on the board', 'declared', 1);
INSERT INTO interface(entity, layer, enabled, debug) VALUES (1, 'physical', 1, 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'casing', 1, 1, 'tried by the lab', 'held', 'behind screws and glue', 'observed', '2026-11-02');

-- case: the trial was made on its counterpart that was found on the device
-- expect: pass
-- covered: trial.casing
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'interface', 'serial port on the board', 'declared', 1);
INSERT INTO interface(entity, layer, enabled, debug) VALUES (1, 'physical', 1, 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES (2, 'interface', 'serial port on the board, as found', 'observed', 1);
INSERT INTO interface(entity, layer, enabled, debug) VALUES (2, 'physical', 1, 1);
INSERT INTO relation(subject, verb, object, basis) VALUES (1, 'same-as', 2, 'declared');
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'casing', 2, 1, 'tried by the lab', 'held', 'behind screws and glue', 'observed', '2026-11-02');

-- case: it was tried and broke: pins under a lid without a tool
-- expect: fail
-- covered: trial.casing
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'interface', 'serial port on the board', 'declared', 1);
INSERT INTO interface(entity, layer, enabled, debug) VALUES (1, 'physical', 1, 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'casing', 1, 1, 'tried by the lab', 'broke', 'pins under a lid without a tool', 'observed', '2026-11-02');

-- case: it was tried without a clear result
-- expect: inconclusive
-- covered: trial.casing
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'interface', 'serial port on the board', 'declared', 1);
INSERT INTO interface(entity, layer, enabled, debug) VALUES (1, 'physical', 1, 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'casing', 1, 1, 'tried by the lab', 'unclear', 'the lab could not tell', 'observed', '2026-11-02');

-- case: one was tried, another not
-- expect: inconclusive
-- covered: trial.casing
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'interface', 'serial port on the board', 'declared', 1);
INSERT INTO interface(entity, layer, enabled, debug) VALUES (1, 'physical', 1, 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES (2, 'interface', 'another one', 'declared', 1);
INSERT INTO interface(entity, layer, enabled, debug) VALUES (2, 'physical', 1, 1);
INSERT INTO trial(id, kind, entity, input, action, result, detail, basis, done) VALUES (1, 'casing', 1, 1, 'tried by the lab', 'held', 'behind screws and glue', 'observed', '2026-11-02');

-- case: there is nothing to try it on
-- expect: inconclusive
-- covered: trial.casing

-- case: a socket that is always needed is within reach, and nobody tries otherwise
-- expect: pass
-- covered: trial.casing
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'interface', 'serial port', 'declared', 1), (2, 'interface', 'network socket', 'declared', 1);
INSERT INTO interface(entity, layer, enabled, debug, needed) VALUES(1, 'physical', 1, 1, 'never'), (2, 'physical', 1, 0, 'always');
INSERT INTO trial(id, kind, entity, input, result, detail, basis, done) VALUES(1, 'casing', 1, 1, 'held', 'behind screws', 'observed', '2026-11-02');

-- case: a socket that is needed at times was not inspected
-- expect: inconclusive
-- covered: trial.casing
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'interface', 'serial port', 'declared', 1), (2, 'interface', 'network socket', 'declared', 1);
INSERT INTO interface(entity, layer, enabled, needed) VALUES(1, 'physical', 1, 'never'), (2, 'physical', 1, 'sometimes');
INSERT INTO trial(id, kind, entity, input, result, detail, basis, done) VALUES(1, 'casing', 1, 1, 'held', 'behind screws', 'observed', '2026-11-02');

-- case: whether the other socket is needed is not known
-- expect: inconclusive
-- covered: trial.casing
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'interface', 'serial port', 'declared', 1), (2, 'interface', 'network socket', 'declared', 1);
INSERT INTO interface(entity, layer, enabled, needed) VALUES(1, 'physical', 1, 'never'), (2, 'physical', 1, NULL);
INSERT INTO trial(id, kind, entity, input, result, detail, basis, done) VALUES(1, 'casing', 1, 1, 'held', 'behind screws', 'observed', '2026-11-02');

-- case: a port for debugging that is said to be always needed, and nobody looked
-- expect: inconclusive
-- covered: trial.casing
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'interface', 'JTAG', 'declared', 1);
INSERT INTO interface(entity, layer, enabled, debug, needed) VALUES (1, 'physical', 1, 1, 'always');

-- case: no physical interface is declared that is not always needed, and nothing was tried
-- expect: pass
-- covered: ixit.15

-- case: nothing was tried, and the list is not whole
-- expect: inconclusive
