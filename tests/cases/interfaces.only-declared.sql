-- case: declared
-- expect: pass
-- covered: interfaces, ixit.15
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'interface', 'uart', 'declared', 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'interface', 'uart', 'observed', 1);
INSERT INTO relation(subject, verb, object, basis) VALUES(1, 'same-as', 2, 'tool');

-- case: a hidden serial port
-- expect: fail
-- finding: uart was found on the product and is not in the product file
-- covered: interfaces, ixit.15
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'interface', 'uart', 'observed', 1);

-- case: no list to compare with
-- expect: inconclusive
-- covered: interfaces
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'interface', 'uart', 'observed', 1);

-- case: one is declared, one was found, and nothing tells whether they are the same
-- expect: inconclusive
-- covered: interfaces, ixit.15
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'interface', 'declared one', 'declared', 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'interface', 'found one', 'observed', 1);
