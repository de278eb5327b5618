-- case: over TLS
-- expect: pass
-- covered: flows, payload
INSERT INTO flow(id, input, peer_name, transport, port, outgoing, encrypted, purpose) VALUES(1, 1, 'update.maker.example', 'tcp', 443, 1, 1, 'update');

-- case: a firmware in the clear
-- expect: fail
-- finding: an update came from update.maker.example without encryption
-- covered: flows, payload
INSERT INTO flow(id, input, peer_name, transport, port, outgoing, encrypted) VALUES(1, 1, 'update.maker.example', 'tcp', 80, 1, NULL);
INSERT INTO exposure(input, flow, at, kind, name, digest) VALUES(1, 1, 4711, 'firmware', 'squashfs', 'aa11');

-- case: an update server is asked in the clear
-- expect: fail
-- covered: flows, payload
INSERT INTO flow(id, input, peer_name, transport, port, outgoing, encrypted, purpose) VALUES(1, 1, 'update.maker.example', 'tcp', 80, 1, 0, 'update');

-- case: it could not be told whether it is encrypted
-- expect: inconclusive
-- covered: flows, payload
INSERT INTO flow(id, input, peer_name, transport, port, outgoing, purpose) VALUES(1, 1, 'update.maker.example', 'tcp', 8443, 1, 'update');

-- case: the capture was cut short
-- expect: inconclusive
-- covered: flows
INSERT INTO flow(id, input, peer_name, transport, port, outgoing, encrypted, purpose) VALUES(1, 1, 'update.maker.example', 'tcp', 443, 1, 1, 'update');

-- case: no update was seen
-- expect: inconclusive
-- covered: flows, payload
INSERT INTO flow(id, input, peer_name, transport, port, outgoing, encrypted) VALUES(1, 1, 'api.maker.example', 'tcp', 443, 1, 1);
