-- case: TLS 1.3
-- expect: pass
-- covered: tls
INSERT INTO flow(id, input, peer, transport, port, outgoing) VALUES(1, 1, '203.0.113.7', 'tcp', 443, 1);
INSERT INTO tls(flow, version, lowest, sni) VALUES(1, 772, 771, 'api.maker.example');

-- case: TLS 1.0
-- expect: fail
-- finding: TLS 1.0 was spoken with api.maker.example
-- covered: tls
INSERT INTO flow(id, input, peer, transport, port, outgoing) VALUES(1, 1, '203.0.113.7', 'tcp', 443, 1);
INSERT INTO tls(flow, version, sni) VALUES(1, 769, 'api.maker.example');

-- case: it would have taken less
-- expect: fail
-- finding: SSL 3.0 was accepted with 203.0.113.7
-- covered: tls
INSERT INTO flow(id, input, peer, transport, port, outgoing) VALUES(1, 1, '203.0.113.7', 'tcp', 443, 1);
INSERT INTO tls(flow, version, lowest) VALUES(1, 771, 768);

-- case: the answer was not seen
-- expect: inconclusive
-- covered: tls
INSERT INTO flow(id, input, peer, transport, port, outgoing) VALUES(1, 1, '203.0.113.7', 'tcp', 443, 1);
INSERT INTO tls(flow, lowest) VALUES(1, 771);

-- case: half a capture
-- expect: inconclusive
INSERT INTO flow(id, input, peer, transport, port, outgoing) VALUES(1, 1, '203.0.113.7', 'tcp', 443, 1);
INSERT INTO tls(flow, version) VALUES(1, 772);

-- case: no handshake was seen
-- expect: inconclusive
-- covered: tls
