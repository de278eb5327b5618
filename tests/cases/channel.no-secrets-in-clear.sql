-- case: no secret was seen
-- expect: pass
-- covered: flows, payload
INSERT INTO flow(id, input, peer, transport, port, outgoing, protocol, encrypted) VALUES(1, 1, '203.0.113.7', 'tcp', 443, 1, 'tls', 1);

-- case: a password in a form
-- expect: fail
-- finding: a password (HTTP basic authentication) crossed the network in the clear, to 192.0.2.1
-- covered: flows, payload
INSERT INTO flow(id, input, peer, transport, port, outgoing, protocol, encrypted) VALUES(1, 1, '192.0.2.1', 'tcp', 80, 0, 'http', 0);
INSERT INTO exposure(input, flow, at, kind, name, digest) VALUES(1, 1, 4711, 'password', 'HTTP basic authentication', 'aa11');

-- case: it is seen in half a capture, too
-- expect: fail
INSERT INTO exposure(input, at, kind, name, digest) VALUES(1, 4711, 'token', 'session', 'aa11');

-- case: the capture was cut short
-- expect: inconclusive
-- covered: flows
INSERT INTO flow(id, input, peer, transport, port, outgoing, protocol, encrypted) VALUES(1, 1, '203.0.113.7', 'tcp', 443, 1, 'tls', 1);

-- case: an empty capture
-- expect: inconclusive
-- covered: flows, payload
