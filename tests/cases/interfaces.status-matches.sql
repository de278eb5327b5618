-- case: as declared
-- expect: pass
-- covered: interfaces, ixit.15
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'interface', 'uart', 'declared', 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'interface', 'uart', 'observed', 1);
INSERT INTO interface(entity, enabled) VALUES(1, 0), (2, 0);
INSERT INTO relation(subject, verb, object, basis) VALUES(1, 'same-as', 2, 'tool');

-- case: the serial port is on
-- expect: fail
-- finding: uart is declared as off, and was found on
-- covered: interfaces, ixit.15
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'interface', 'uart', 'declared', 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'interface', 'uart', 'observed', 1);
INSERT INTO interface(entity, enabled) VALUES(1, 0), (2, 1);
INSERT INTO relation(subject, verb, object, basis) VALUES(1, 'same-as', 2, 'tool');

-- case: nobody looked
-- expect: inconclusive
-- covered: ixit.15
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'interface', 'uart', 'declared', 1);
INSERT INTO interface(entity, enabled) VALUES(1, 0);

-- case: what is said to be off and was not found is off
-- expect: pass
-- covered: interfaces, ixit.15
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'interface', 'uart', 'declared', 1);
INSERT INTO interface(entity, enabled) VALUES(1, 0);

-- case: what is said to be on and was not found is open
-- expect: inconclusive
-- covered: interfaces, ixit.15
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'interface', 'uart', 'declared', 1);
INSERT INTO interface(entity, enabled) VALUES(1, 1);

-- case: whether it is on was not seen
-- expect: inconclusive
-- covered: interfaces, ixit.15
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'interface', 'uart', 'declared', 1);
INSERT INTO interface(entity, enabled) VALUES(1, 0);
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'interface', 'uart', 'observed', 1);
INSERT INTO interface(entity, enabled) VALUES(2, NULL);
INSERT INTO relation(subject, verb, object, basis) VALUES(1, 'same-as', 2, 'tool');

-- case: whether it is on is not said
-- expect: inconclusive
-- covered: interfaces, ixit.15
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'interface', 'uart', 'declared', 1);
INSERT INTO interface(entity, enabled) VALUES(1, NULL);
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'interface', 'uart', 'observed', 1);
INSERT INTO interface(entity, enabled) VALUES(2, 0);
INSERT INTO relation(subject, verb, object, basis) VALUES(1, 'same-as', 2, 'tool');
