-- case: the peer is declared
-- expect: pass
-- covered: flows, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'channel', 'cloud', 'declared', 1);
INSERT INTO channel(entity, peer) VALUES(1, 'Cloud.example.com');
INSERT INTO flow(id, input, peer, peer_name, transport, port, protocol) VALUES(1, 1, '192.0.2.1', 'cloud.example.com', 'tcp', 443, 'tls'), (2, 1, '192.0.2.2', NULL, 'udp', 67, 'dhcp');

-- case: a peer that nobody declared
-- expect: fail
-- finding: the device talks to ads.example.net (port 443), which is not in the product file
-- covered: flows, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'channel', 'cloud', 'declared', 1);
INSERT INTO channel(entity, peer) VALUES(1, 'cloud.example.com');
INSERT INTO flow(id, input, peer, peer_name, transport, port, protocol) VALUES(1, 1, '192.0.2.3', 'ads.example.net', 'tcp', 443, 'tls');

-- case: a channel is declared in prose, and may be this one
-- expect: inconclusive
-- covered: flows, ixit.11
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'channel', 'cloud', 'declared', 1);
INSERT INTO channel(entity, peer) VALUES(1, NULL);
INSERT INTO flow(id, input, peer, peer_name, transport, port, protocol) VALUES(1, 1, '192.0.2.3', 'ads.example.net', 'tcp', 443, 'tls');

-- case: no list to compare with
-- expect: inconclusive
-- covered: flows
INSERT INTO flow(id, input, peer, peer_name, transport, port, protocol) VALUES(1, 1, '192.0.2.3', 'ads.example.net', 'tcp', 443, 'tls');

-- case: the other side of a connection is not known
-- expect: inconclusive
-- covered: flows, ixit.11
INSERT INTO flow(id, input, port, transport) VALUES(1, 1, 443, 'tcp');
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'channel', 'cloud', 'declared', 1);
INSERT INTO channel(entity, peer) VALUES(2, 'cloud.example');
