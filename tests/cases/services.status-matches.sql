-- case: what is said is what is seen
-- expect: pass
-- covered: services, ixit.13
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'ssh', 'observed', 1);
INSERT INTO service(entity, transport, port, enabled) VALUES(1, 'tcp', 22, 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'service', 'ssh', 'declared', 1);
INSERT INTO service(entity, transport, port, enabled) VALUES(2, 'tcp', 22, 1);
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'same-as', 1, 'tool');

-- case: ssh is said to be off and is on
-- expect: fail
-- finding: ssh is declared as off, and was found on
-- covered: start, ixit.13
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'ssh', 'observed', 1);
INSERT INTO service(entity, transport, port, enabled) VALUES(1, 'tcp', 22, 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'service', 'ssh', 'declared', 1);
INSERT INTO service(entity, transport, port, enabled) VALUES(2, 'tcp', 22, 0);
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'same-as', 1, 'tool');

-- case: nobody looked at the services
-- expect: inconclusive
-- covered: ixit.13
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'service', 'ssh', 'declared', 1);
INSERT INTO service(entity, transport, port, enabled) VALUES(2, 'tcp', 22, 0);

-- case: what is said to be off and was not found is off
-- expect: pass
-- covered: services, ixit.13
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'service', 'ssh', 'declared', 1);
INSERT INTO service(entity, transport, port, enabled) VALUES(2, 'tcp', 22, 0);

-- case: what is said to be on and was not found is open
-- expect: inconclusive
-- covered: services, ixit.13
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'service', 'ssh', 'declared', 1);
INSERT INTO service(entity, transport, port, enabled) VALUES(2, 'tcp', 22, 1);

-- case: whether it is on was not seen
-- expect: inconclusive
-- covered: services, ixit.13
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'ssh', 'observed', 1);
INSERT INTO service(entity, transport, port, enabled) VALUES(1, 'tcp', 22, NULL);
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'service', 'ssh', 'declared', 1);
INSERT INTO service(entity, transport, port, enabled) VALUES(2, 'tcp', 22, 0);
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'same-as', 1, 'tool');

-- case: whether it is on is not said
-- expect: inconclusive
-- covered: services, ixit.13
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'ssh', 'observed', 1);
INSERT INTO service(entity, transport, port, enabled) VALUES(1, 'tcp', 22, 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'service', 'ssh', 'declared', 1);
INSERT INTO service(entity, transport, port, enabled) VALUES(2, 'tcp', 22, NULL);
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'same-as', 1, 'tool');

-- case: one that does not fit is found beside one that was not seen
-- expect: fail
-- covered: services, ixit.13
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'ssh', 'observed', 1);
INSERT INTO service(entity, transport, port, enabled) VALUES(1, 'tcp', 22, 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'service', 'ssh', 'declared', 1);
INSERT INTO service(entity, transport, port, enabled) VALUES(2, 'tcp', 22, 0);
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'same-as', 1, 'tool');
INSERT INTO entity(id, kind, name, basis, input) VALUES(3, 'service', 'web', 'declared', 1);
INSERT INTO service(entity, transport, port, enabled) VALUES(3, 'tcp', 80, 1);
