-- case: what is open is declared
-- expect: pass
-- covered: services, ixit.13
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'ssh', 'observed', 1);
INSERT INTO service(entity, transport, port, enabled) VALUES(1, 'tcp', 22, 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'service', 'ssh', 'declared', 1);
INSERT INTO service(entity, transport, port, enabled) VALUES(2, 'tcp', 22, 1);

-- case: telnet is open and nobody said so
-- expect: fail
-- finding: telnetd (tcp port 23) is open and not in the product file
-- covered: services, ixit.13
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'telnetd', 'observed', 1);
INSERT INTO service(entity, transport, port, enabled) VALUES(1, 'tcp', 23, 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'service', 'ssh', 'declared', 1);
INSERT INTO service(entity, transport, port, enabled) VALUES(2, 'tcp', 22, 1);

-- case: without the maker's list nobody knows
-- expect: inconclusive
-- covered: services
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'telnetd', 'observed', 1);
INSERT INTO service(entity, transport, port, enabled) VALUES(1, 'tcp', 23, 1);

-- case: whether it is on is not known
-- expect: inconclusive
-- covered: services, ixit.13
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'telnetd', 'observed', 1);
INSERT INTO service(entity, transport, port) VALUES(1, 'tcp', 23);

-- case: one is declared without its port
-- expect: inconclusive
-- covered: services, ixit.13
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'dropbear', 'observed', 1), (2, 'service', 'ssh', 'declared', 1);
INSERT INTO service(entity, transport, port, enabled) VALUES(1, 'tcp', 22, 1);
INSERT INTO service(entity, transport, enabled) VALUES(2, 'tcp', 1);

-- case: a service whose port is not known may be a declared one
-- expect: inconclusive
-- covered: services, ixit.13
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'other', 'observed', 1);
INSERT INTO service(entity, enabled) VALUES(1, 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'service', 'web', 'declared', 1);
INSERT INTO service(entity, transport, port) VALUES(2, 'tcp', 80);

-- case: one that was matched by name is declared
-- expect: pass
-- covered: services, ixit.13
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'dropbear', 'observed', 1);
INSERT INTO service(entity, enabled) VALUES(1, 1);
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'service', 'dropbear', 'declared', 1);
INSERT INTO service(entity, transport, port) VALUES(2, 'tcp', 22);
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'same-as', 1, 'tool');
