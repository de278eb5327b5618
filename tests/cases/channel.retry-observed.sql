-- case: longer each time
-- expect: pass
-- covered: flows, window
INSERT INTO flow(id, input, peer, transport, port, outgoing, began, seconds) VALUES(1, 1, '203.0.113.7', 'tcp', 443, 1, 0, 0.2), (2, 1, '203.0.113.7', 'tcp', 443, 1, 11, 0.2), (3, 1, '203.0.113.7', 'tcp', 443, 1, 33, 0.2), (4, 1, '203.0.113.7', 'tcp', 443, 1, 79, 0.2), (5, 1, '203.0.113.7', 'tcp', 443, 1, 161, 0.2), (6, 1, '203.0.113.7', 'tcp', 443, 1, 330, 0.2);

-- case: every ten seconds, like a clock
-- expect: fail
-- finding: 203.0.113.7 was called again every 10.0 seconds, 5 times, without any variation
-- covered: flows, window
INSERT INTO flow(id, input, peer, transport, port, outgoing, began, seconds) VALUES(1, 1, '203.0.113.7', 'tcp', 443, 1, 0, 0.2), (2, 1, '203.0.113.7', 'tcp', 443, 1, 10, 0.2), (3, 1, '203.0.113.7', 'tcp', 443, 1, 20, 0.2), (4, 1, '203.0.113.7', 'tcp', 443, 1, 30, 0.2), (5, 1, '203.0.113.7', 'tcp', 443, 1, 40, 0.2), (6, 1, '203.0.113.7', 'tcp', 443, 1, 50, 0.2);

-- case: two attempts tell nothing
-- expect: inconclusive
-- covered: flows, window
INSERT INTO flow(id, input, peer, transport, port, outgoing, began, seconds) VALUES(1, 1, '203.0.113.7', 'tcp', 443, 1, 0, 0.2), (2, 1, '203.0.113.7', 'tcp', 443, 1, 10, 0.2);

-- case: one attempt tells nothing
-- expect: inconclusive
-- covered: flows, window
INSERT INTO flow(id, input, peer, transport, port, outgoing, began, seconds) VALUES(1, 1, '203.0.113.7', 'tcp', 443, 1, 0, 0.2);

-- case: two devices that call at different times are not one that calls often
-- expect: inconclusive
-- covered: flows, window
INSERT INTO input(id, kind, name) VALUES(2, 'capture', 'second.pcap');
INSERT INTO flow(id, input, peer, transport, port, outgoing, began, seconds) VALUES(1, 1, '203.0.113.7', 'tcp', 443, 1, 0, 0.2), (2, 2, '203.0.113.7', 'tcp', 443, 1, 10, 0.2);

-- case: the capture is shorter than it takes
-- expect: inconclusive
-- covered: flows
INSERT INTO flow(id, input, peer, transport, port, outgoing, began, seconds) VALUES(1, 1, '203.0.113.7', 'tcp', 443, 1, 0, 0.2), (2, 1, '203.0.113.7', 'tcp', 443, 1, 11, 0.2), (3, 1, '203.0.113.7', 'tcp', 443, 1, 33, 0.2), (4, 1, '203.0.113.7', 'tcp', 443, 1, 79, 0.2), (5, 1, '203.0.113.7', 'tcp', 443, 1, 161, 0.2), (6, 1, '203.0.113.7', 'tcp', 443, 1, 330, 0.2);

-- case: nothing had to connect again
-- expect: inconclusive
-- covered: flows, window
INSERT INTO flow(id, input, peer, transport, port, outgoing, began, seconds) VALUES(1, 1, '203.0.113.7', 'tcp', 443, 1, 0, 3000);
