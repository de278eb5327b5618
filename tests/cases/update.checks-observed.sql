-- case: it looked
-- expect: pass
-- covered: flows, names, window
INSERT INTO flow(id, input, peer_name, transport, port, outgoing, began, seconds, purpose) VALUES(1, 1, 'update.maker.example', 'tcp', 443, 1, 0, 2, 'update'), (2, 1, 'api.maker.example', 'tcp', 443, 1, 90000, 2, NULL);

-- case: a day without a look
-- expect: fail
-- finding: the product did not look for updates in 25 hours
-- covered: flows, names, window
INSERT INTO flow(id, input, peer_name, transport, port, outgoing, began, seconds) VALUES(1, 1, 'api.maker.example', 'tcp', 443, 1, 0, 2), (2, 1, 'api.maker.example', 'tcp', 443, 1, 90000, 2);

-- case: an hour is too short
-- expect: inconclusive
-- covered: flows, names, window
INSERT INTO flow(id, input, peer_name, transport, port, outgoing, began, seconds) VALUES(1, 1, 'api.maker.example', 'tcp', 443, 1, 0, 2), (2, 1, 'api.maker.example', 'tcp', 443, 1, 3600, 2);

-- case: two short captures are not a long one
-- expect: inconclusive
-- covered: flows, names, window
INSERT INTO input(id, kind, name) VALUES(2, 'capture', 'second.pcap');
INSERT INTO flow(id, input, peer_name, transport, port, outgoing, began, seconds) VALUES(1, 1, 'api.maker.example', 'tcp', 443, 1, 0, 2), (2, 2, 'api.maker.example', 'tcp', 443, 1, 90000, 2);

-- case: the names were not seen
-- expect: inconclusive
-- covered: flows, window
INSERT INTO flow(id, input, peer_name, transport, port, outgoing, began, seconds) VALUES(1, 1, 'api.maker.example', 'tcp', 443, 1, 0, 2), (2, 1, 'api.maker.example', 'tcp', 443, 1, 90000, 2);

-- case: nothing was seen
-- expect: inconclusive
-- covered: flows, names, window
