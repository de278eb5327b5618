-- case: both are thought of
-- expect: pass
-- covered: ixit.23
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'resilience', 'local mode', 'declared', 1), (2, 'resilience', 'journal', 'declared', 1);
INSERT INTO field(entity, name, value) VALUES(1, 'Type', 'Network outage'), (2, 'Type', 'power outage');

-- case: only the network is
-- expect: fail
-- finding: the product file names nothing against a loss of power
-- covered: ixit.23
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'resilience', 'local mode', 'declared', 1);
INSERT INTO field(entity, name, value) VALUES(1, 'Type', 'Network outage');

-- case: nothing is
-- expect: fail
-- covered: ixit.23

-- case: nobody said what the measure is for
-- expect: inconclusive
-- covered: ixit.23
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'resilience', 'local mode', 'declared', 1);

-- case: nobody said
-- expect: inconclusive
