-- case: what was found is declared
-- expect: pass
-- covered: services, flows, ixit.7
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'update-mechanism', 'UpdMech-Web', 'declared', 1), (2, 'update-mechanism', 'sysupgrade', 'observed', 1);
INSERT INTO relation(subject, verb, object, basis) VALUES(1, 'same-as', 2, 'tool');

-- case: a second way to update
-- expect: fail
-- finding: tftp recovery can update the product and is not in the product file
-- covered: services, flows, ixit.7
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'update-mechanism', 'UpdMech-Web', 'declared', 1), (2, 'update-mechanism', 'sysupgrade', 'observed', 1), (3, 'update-mechanism', 'tftp recovery', 'observed', 1);
INSERT INTO relation(subject, verb, object, basis) VALUES(1, 'same-as', 2, 'tool');

-- case: one is declared, one was found, and nothing tells whether they are the same
-- expect: inconclusive
-- covered: services, flows, ixit.7
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'update-mechanism', 'UpdMech-Web', 'declared', 1), (2, 'update-mechanism', 'sysupgrade', 'observed', 1);

-- case: no list to compare with
-- expect: inconclusive
-- covered: services, flows
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'update-mechanism', 'sysupgrade', 'observed', 1);
