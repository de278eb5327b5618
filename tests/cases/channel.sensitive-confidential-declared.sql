-- case: encrypted
-- expect: pass
-- covered: ixit.21, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'name', 'declared', 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'channel', 'cloud', 'declared', 1);
INSERT INTO data(entity, class) VALUES(1, 'sensitive');
INSERT INTO channel(entity, confidential) VALUES(2, 1);
INSERT INTO relation(subject, verb, object, basis) VALUES(1, 'sent-over', 2, 'declared');

-- case: in the clear
-- expect: fail
-- finding: name is sent over cloud, which is not confidential
-- covered: ixit.21, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'name', 'declared', 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'channel', 'cloud', 'declared', 1);
INSERT INTO data(entity, class) VALUES(1, 'sensitive');
INSERT INTO channel(entity, confidential) VALUES(2, 0);
INSERT INTO relation(subject, verb, object, basis) VALUES(1, 'sent-over', 2, 'declared');

-- case: not said
-- expect: inconclusive
-- covered: ixit.21, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'name', 'declared', 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'channel', 'cloud', 'declared', 1);
INSERT INTO data(entity, class) VALUES(1, 'sensitive');
INSERT INTO channel(entity) VALUES(2);
INSERT INTO relation(subject, verb, object, basis) VALUES(1, 'sent-over', 2, 'declared');

-- case: it is kept at a service, and nobody said how it gets there
-- expect: inconclusive
-- covered: ixit.21, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'name', 'declared', 1), (2, 'channel', 'cloud', 'declared', 1);
INSERT INTO data(entity, class, at_service) VALUES(1, 'sensitive', 1);
INSERT INTO channel(entity, confidential) VALUES(2, 0);

-- case: nobody said that it is sent
-- expect: inconclusive
-- covered: ixit.21, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'name', 'declared', 1), (2, 'channel', 'cloud', 'declared', 1);
INSERT INTO data(entity, class) VALUES(1, 'sensitive');
INSERT INTO channel(entity, confidential) VALUES(2, 0);

-- case: what it is was left open
-- expect: inconclusive
-- covered: ixit.21, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'name', 'declared', 1), (2, 'channel', 'cloud', 'declared', 1);
INSERT INTO data(entity) VALUES(1);
INSERT INTO channel(entity, confidential) VALUES(2, 0);
INSERT INTO relation(subject, verb, object, basis) VALUES(1, 'sent-over', 2, 'declared');

-- case: whether a service gets it is not said
-- expect: inconclusive
-- covered: ixit.21, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'data 1', 'declared', 1);
INSERT INTO data(entity, class) VALUES(1, 'sensitive');

-- case: none is declared
-- expect: pass
-- covered: ixit.21, ixit.11

-- case: it is said that it is never sent
-- expect: pass
-- covered: ixit.21, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'steps', 'declared', 1);
INSERT INTO data(entity, class) VALUES(1, 'sensitive');
INSERT INTO relation(subject, verb, object, basis) VALUES(1, 'sent-over', 0, 'declared');

-- case: it is said that it is never sent, and that a service has it
-- expect: inconclusive
-- covered: ixit.21, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'steps', 'declared', 1);
INSERT INTO data(entity, class, at_service) VALUES(1, 'sensitive', 1);
INSERT INTO relation(subject, verb, object, basis) VALUES(1, 'sent-over', 0, 'declared');
