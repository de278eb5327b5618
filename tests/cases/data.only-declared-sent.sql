-- case: what was seen is declared
-- expect: pass
-- covered: flows, payload, ixit.21
INSERT INTO flow(id, input, peer, transport, port, outgoing, protocol, encrypted) VALUES(1, 1, '203.0.113.7', 'tcp', 80, 1, 'http', 0);
INSERT INTO exposure(input, flow, at, kind, name, digest) VALUES(1, 1, 4711, 'personal', 'E-mail address', 'aa11');
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'e-mail address', 'declared', 1);
INSERT INTO data(entity, class) VALUES(1, 'personal');

-- case: something else goes with it
-- expect: fail
-- finding: position was seen on the network, and is not in the product file
-- covered: flows, payload, ixit.21
INSERT INTO flow(id, input, peer, transport, port, outgoing, protocol, encrypted) VALUES(1, 1, '203.0.113.7', 'tcp', 80, 1, 'http', 0);
INSERT INTO exposure(input, flow, at, kind, name, digest) VALUES(1, 1, 4711, 'personal', 'position', 'aa11');
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'e-mail address', 'declared', 1);
INSERT INTO data(entity, class) VALUES(1, 'personal');

-- case: what is encrypted was not looked into
-- expect: inconclusive
-- covered: flows, payload, ixit.21
INSERT INTO flow(id, input, peer, transport, port, outgoing, protocol, encrypted) VALUES(1, 1, '203.0.113.7', 'tcp', 443, 1, 'tls', 1);

-- case: the declaration is not whole
-- expect: inconclusive
-- covered: flows, payload
INSERT INTO flow(id, input, peer, transport, port, outgoing, protocol, encrypted) VALUES(1, 1, '203.0.113.7', 'tcp', 80, 1, 'http', 0);
INSERT INTO exposure(input, flow, at, kind, name, digest) VALUES(1, 1, 4711, 'personal', 'position', 'aa11');

-- case: an empty capture
-- expect: inconclusive
-- covered: flows, payload, ixit.21
