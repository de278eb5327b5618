-- case: a good one
-- expect: pass
-- covered: tls
INSERT INTO flow(id, input, peer, transport, port, outgoing) VALUES(1, 1, '203.0.113.7', 'tcp', 443, 1);
INSERT INTO tls(flow, version, cipher, sni) VALUES(1, 772, 'TLS_AES_128_GCM_SHA256', 'api.maker.example');

-- case: a broken one
-- expect: fail
-- finding: a connection with api.maker.example uses the broken cipher suite TLS_DHE_DSS_WITH_3DES_EDE_CBC_SHA
-- covered: tls
INSERT INTO flow(id, input, peer, transport, port, outgoing) VALUES(1, 1, '203.0.113.7', 'tcp', 443, 1);
INSERT INTO tls(flow, version, cipher, sni) VALUES(1, 771, 'TLS_DHE_DSS_WITH_3DES_EDE_CBC_SHA', 'api.maker.example');

-- case: an old one
-- expect: inconclusive
-- covered: tls
INSERT INTO flow(id, input, peer, transport, port, outgoing) VALUES(1, 1, '203.0.113.7', 'tcp', 443, 1);
INSERT INTO tls(flow, version, cipher, sni) VALUES(1, 771, 'TLS_DHE_DSS_WITH_AES_128_CBC_SHA', 'api.maker.example');

-- case: one that nobody knows
-- expect: inconclusive
-- covered: tls
INSERT INTO flow(id, input, peer, transport, port, outgoing) VALUES(1, 1, '203.0.113.7', 'tcp', 443, 1);
INSERT INTO tls(flow, version, cipher) VALUES(1, 771, 'TLS_MADE_UP');

-- case: the answer was not seen
-- expect: inconclusive
-- covered: tls
INSERT INTO flow(id, input, peer, transport, port, outgoing) VALUES(1, 1, '203.0.113.7', 'tcp', 443, 1);
INSERT INTO tls(flow, version) VALUES(1, 771);

-- case: half a capture
-- expect: inconclusive
INSERT INTO flow(id, input, peer, transport, port, outgoing) VALUES(1, 1, '203.0.113.7', 'tcp', 443, 1);
INSERT INTO tls(flow, version, cipher) VALUES(1, 772, 'TLS_AES_128_GCM_SHA256');

-- case: no handshake was seen
-- expect: inconclusive
-- covered: tls
