-- case: a quiet device
-- expect: pass
-- covered: flows
INSERT INTO flow(id, input, peer, transport, port, outgoing, began) VALUES(1, 1, '203.0.113.7', 'tcp', 443, 1, 0), (2, 1, '203.0.113.7', 'tcp', 443, 1, 61);

-- case: it calls hundred addresses a minute
-- expect: fail
-- finding: minute 0 of the capture: 100 connections to 100 peers; it looks like a flood or a scan
-- covered: flows
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100) INSERT INTO flow(id, input, peer, transport, port, outgoing, began) SELECT i, 1, '203.0.113.' || i, 'tcp', 23, 1, i / 2.0 FROM n;

-- case: it is called by hundred addresses
-- expect: inconclusive
-- covered: flows
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100) INSERT INTO flow(id, input, peer, transport, port, outgoing, began) SELECT i, 1, '203.0.113.' || i, 'tcp', 23, 0, i / 2.0 FROM n;

-- case: who called whom could not be told
-- expect: inconclusive
-- covered: flows
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100) INSERT INTO flow(id, input, peer, transport, port, began) SELECT i, 1, '203.0.113.' || i, 'tcp', 23, i / 2.0 FROM n;

-- case: when was not kept
-- expect: inconclusive
-- covered: flows
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100) INSERT INTO flow(id, input, peer, transport, port, outgoing) SELECT i, 1, '203.0.113.' || i, 'tcp', 23, 1 FROM n;

-- case: half a capture
-- expect: inconclusive
INSERT INTO flow(id, input, peer, transport, port, outgoing, began) VALUES(1, 1, '203.0.113.7', 'tcp', 443, 1, 0);

-- case: nothing was seen
-- expect: inconclusive
-- covered: flows
