-- case: it is declared and good
-- expect: pass
-- covered: ixit.13
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'service', 'web interface', 'declared', 1);
INSERT INTO service(entity, transport, port, protocol, enabled, justification) VALUES (1, 'tcp', 443, 'https', 1, 'set-up and control');

-- case: it is declared and not good
-- expect: fail
-- covered: ixit.13
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'service', 'web interface', 'declared', 1);
INSERT INTO service(entity, transport, port, protocol, enabled, justification) VALUES (1, 'tcp', 443, 'https', 1, '');

-- case: it is left open in the declaration
-- expect: inconclusive
-- covered: ixit.13
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'service', 'web interface', 'declared', 1);
INSERT INTO service(entity, transport, port, protocol, enabled, justification) VALUES (1, 'tcp', 443, 'https', 1, NULL);

-- case: not stated: whether the service is on
-- expect: inconclusive
-- covered: ixit.13
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'service', 'web interface', 'declared', 1);
INSERT INTO service(entity, transport, port, protocol, enabled, justification) VALUES (1, 'tcp', 443, 'https', NULL, '');

-- case: the declaration is not whole
-- expect: inconclusive
INSERT INTO entity(id, kind, name, basis, input) VALUES (1, 'service', 'web interface', 'declared', 1);
INSERT INTO service(entity, transport, port, protocol, enabled, justification) VALUES (1, 'tcp', 443, 'https', 1, 'set-up and control');

-- case: nothing of the kind is declared
-- expect: inconclusive
-- covered: ixit.13
