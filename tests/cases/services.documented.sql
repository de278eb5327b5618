-- case: the manual tells of it
-- expect: pass
-- covered: services, document.manual
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'dropbear', 'observed', 1);
INSERT INTO service(entity, transport, port, protocol, enabled) VALUES(1, 'tcp', 22, 'ssh', 1);
INSERT INTO document(id, input, kind) VALUES(1, 1, 'manual');
INSERT INTO statement(document, kind, subject, value) VALUES(1, 'service', 'SSH', 'page 12');

-- case: a service that nobody was told of
-- expect: fail
-- finding: the manual does not tell of telnetd, which can be reached
-- covered: services, document.manual
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'telnetd', 'observed', 1);
INSERT INTO service(entity, transport, port, protocol, enabled) VALUES(1, 'tcp', 23, 'telnet', NULL);
INSERT INTO document(id, input, kind) VALUES(1, 1, 'manual');

-- case: what the maker declares must be told, too
-- expect: fail
-- covered: ixit.13, document.manual
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'web page', 'declared', 1);
INSERT INTO service(entity, transport, port, protocol, enabled) VALUES(1, 'tcp', 443, 'https', 1);
INSERT INTO document(id, input, kind) VALUES(1, 1, 'manual');

-- case: nobody said whether it is on
-- expect: inconclusive
-- covered: ixit.13, document.manual
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'web page', 'declared', 1);
INSERT INTO service(entity, transport, port, protocol) VALUES(1, 'tcp', 443, 'https');
INSERT INTO document(id, input, kind) VALUES(1, 1, 'manual');

-- case: the manual was not brought
-- expect: inconclusive
-- covered: services
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'telnetd', 'observed', 1);
INSERT INTO service(entity, transport, port, protocol, enabled) VALUES(1, 'tcp', 23, 'telnet', 1);

-- case: only what is spoken inside
-- expect: inconclusive
-- covered: services, document.manual
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'service', 'ubus', 'observed', 1);
INSERT INTO service(entity, transport, port, scope, enabled) VALUES(1, 'tcp', 9000, 'loopback', 1);
