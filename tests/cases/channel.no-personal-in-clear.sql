-- case: nothing personal was seen
-- expect: pass
-- covered: flows, payload
INSERT INTO flow(id, input, peer, transport, port, outgoing, protocol, encrypted) VALUES(1, 1, '203.0.113.7', 'tcp', 443, 1, 'tls', 1);

-- case: an e-mail address in the clear
-- expect: fail
-- finding: e-mail address crossed the network in the clear, to api.maker.example
-- covered: flows, payload
INSERT INTO flow(id, input, peer, peer_name, transport, port, outgoing, protocol, encrypted) VALUES(1, 1, '203.0.113.7', 'api.maker.example', 'tcp', 80, 1, 'http', 0);
INSERT INTO exposure(input, flow, at, kind, name, digest) VALUES(1, 1, 4711, 'personal', 'e-mail address', 'aa11');

-- case: it is seen in half a capture, too
-- expect: fail
INSERT INTO exposure(input, at, kind, name, digest) VALUES(1, 4711, 'personal', 'e-mail address', 'aa11');

-- case: the capture was cut short
-- expect: inconclusive
-- covered: flows
INSERT INTO flow(id, input, peer, transport, port, outgoing, protocol, encrypted) VALUES(1, 1, '203.0.113.7', 'tcp', 443, 1, 'tls', 1);

-- case: an empty capture
-- expect: inconclusive
-- covered: flows, payload
