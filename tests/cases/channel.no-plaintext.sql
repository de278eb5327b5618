-- case: all goes over TLS
-- expect: pass
-- covered: flows
INSERT INTO flow(id, input, peer, peer_scope, transport, port, outgoing, protocol, encrypted) VALUES(1, 1, '203.0.113.7', 'internet', 'tcp', 443, 1, 'tls', 1), (2, 1, '203.0.113.8', 'internet', 'udp', 123, 1, 'ntp', 0);

-- case: a plain web request
-- expect: fail
-- finding: the product talks to ads.example without encryption (http, 2 conversations)
-- covered: flows
INSERT INTO flow(id, input, peer, peer_name, peer_scope, transport, port, outgoing, protocol, encrypted) VALUES(1, 1, '203.0.113.7', 'ads.example', 'internet', 'tcp', 80, 1, 'http', 0), (2, 1, '203.0.113.9', 'ads.example', 'internet', 'tcp', 80, 1, 'http', 0);

-- case: a protocol that nobody knows is not encrypted, either
-- expect: fail
-- covered: flows
INSERT INTO flow(id, input, peer, peer_scope, transport, port, outgoing, encrypted) VALUES(1, 1, '203.0.113.7', 'internet', 'udp', 32100, 1, 0);

-- case: what stays at home
-- expect: pass
-- covered: flows
INSERT INTO flow(id, input, peer, peer_scope, transport, port, outgoing, protocol, encrypted) VALUES(1, 1, '192.168.1.9', 'lan', 'tcp', 80, 1, 'http', 0), (2, 1, '203.0.113.7', 'internet', 'tcp', 443, 1, 'tls', 1);

-- case: it could not be told whether it is encrypted
-- expect: inconclusive
-- covered: flows
INSERT INTO flow(id, input, peer, peer_scope, transport, port, outgoing) VALUES(1, 1, '203.0.113.7', 'internet', 'udp', 32100, 1);

-- case: it could not be told how far the other side is
-- expect: inconclusive
-- covered: flows
INSERT INTO flow(id, input, peer, transport, port, outgoing, protocol, encrypted) VALUES(1, 1, '203.0.113.7', 'tcp', 80, 1, 'http', 0);

-- case: half a capture
-- expect: inconclusive
INSERT INTO flow(id, input, peer, peer_scope, transport, port, outgoing, protocol, encrypted) VALUES(1, 1, '203.0.113.7', 'internet', 'tcp', 443, 1, 'tls', 1);

-- case: nothing went to the internet
-- expect: inconclusive
-- covered: flows
INSERT INTO flow(id, input, peer, peer_scope, transport, port, outgoing, protocol, encrypted) VALUES(1, 1, '192.168.1.9', 'lan', 'tcp', 80, 1, 'http', 0);
