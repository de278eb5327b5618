-- case: all is allowed
-- expect: pass
-- covered: flows, enforcement
INSERT INTO policy(id, input, url) VALUES(1, 1, 'https://maker.example/cam.json');
INSERT INTO allowed(policy, outgoing, peer, transport, port) VALUES(1, 1, 'api.maker.example', 'tcp', 443);
INSERT INTO flow(id, input, peer, peer_name, transport, port, outgoing, protocol) VALUES(1, 1, '203.0.113.7', 'api.maker.example', 'tcp', 443, 1, 'tls'), (2, 1, '192.168.1.1', NULL, 'udp', 53, 1, 'dns');

-- case: a peer that nobody named
-- expect: fail
-- finding: 198.51.100.3 (udp port 32100) is not in the policy, and was seen 1 times
-- covered: flows, enforcement
INSERT INTO policy(id, input, url) VALUES(1, 1, 'https://maker.example/cam.json');
INSERT INTO allowed(policy, outgoing, peer, transport, port) VALUES(1, 1, 'api.maker.example', 'tcp', 443);
INSERT INTO flow(id, input, peer, transport, port, outgoing) VALUES(1, 1, '198.51.100.3', 'udp', 32100, 1);

-- case: the right peer at another port
-- expect: fail
-- covered: flows, enforcement
INSERT INTO policy(id, input, url) VALUES(1, 1, 'https://maker.example/cam.json');
INSERT INTO allowed(policy, outgoing, peer, transport, port) VALUES(1, 1, 'api.maker.example', 'tcp', 443);
INSERT INTO flow(id, input, peer, peer_name, transport, port, outgoing) VALUES(1, 1, '203.0.113.7', 'api.maker.example', 'tcp', 23, 1);

-- case: it may call, and not be called
-- expect: fail
-- covered: flows, enforcement
INSERT INTO policy(id, input, url) VALUES(1, 1, 'https://maker.example/cam.json');
INSERT INTO allowed(policy, outgoing, peer, transport, port) VALUES(1, 1, 'api.maker.example', 'tcp', 443);
INSERT INTO flow(id, input, peer, peer_name, transport, port, outgoing) VALUES(1, 1, '203.0.113.7', 'api.maker.example', 'tcp', 443, 0);

-- case: it could not be told who began
-- expect: inconclusive
-- covered: flows, enforcement
INSERT INTO policy(id, input, url) VALUES(1, 1, 'https://maker.example/cam.json');
INSERT INTO allowed(policy, outgoing, peer, transport, port) VALUES(1, 1, 'api.maker.example', 'tcp', 443);
INSERT INTO flow(id, input, peer, peer_name, transport, port) VALUES(1, 1, '203.0.113.7', 'api.maker.example', 'tcp', 443);

-- case: half a capture
-- expect: inconclusive
-- covered: enforcement
INSERT INTO policy(id, input, url) VALUES(1, 1, 'https://maker.example/cam.json');
INSERT INTO allowed(policy, outgoing, peer, transport, port) VALUES(1, 1, 'api.maker.example', 'tcp', 443);
INSERT INTO flow(id, input, peer, peer_name, transport, port, outgoing) VALUES(1, 1, '203.0.113.7', 'api.maker.example', 'tcp', 443, 1);

-- case: there is no policy
-- expect: inconclusive
-- covered: flows, enforcement
INSERT INTO flow(id, input, peer, peer_name, transport, port, outgoing) VALUES(1, 1, '203.0.113.7', 'api.maker.example', 'tcp', 443, 1);
