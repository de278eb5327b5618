-- case: image and capture show the same version
-- expect: pass
-- covered: inputs
UPDATE input SET version = '2.1';
INSERT INTO input(id, kind, name, version) VALUES (2, 'capture', 'week.pcapng', '2.1');

-- case: image and capture differ
-- expect: fail
-- finding: the observations are of different software versions: 2.0, 2.1
-- covered: inputs
UPDATE input SET version = '2.1';
INSERT INTO input(id, kind, name, version) VALUES (2, 'capture', 'week.pcapng', '2.0');

-- case: the version of the capture is not known
-- expect: inconclusive
-- covered: inputs
UPDATE input SET version = '2.1';
INSERT INTO input(id, kind, name) VALUES (2, 'capture', 'week.pcapng');

-- case: nobody vouches for the list of inputs
-- expect: inconclusive
