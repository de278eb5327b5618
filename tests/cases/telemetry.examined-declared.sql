-- case: it is
-- expect: pass
-- covered: ixit.24
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'telemetry', 'crash reports', 'declared', 1), (2, 'telemetry', 'logins', 'declared', 1);
INSERT INTO field(entity, name, value) VALUES(1, 'Security Examination', 'none'), (2, 'Security Examination', 'failed logins are counted each day');

-- case: it is not
-- expect: fail
-- finding: no telemetry is examined for signs of an attack
-- covered: ixit.24
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'telemetry', 'crash reports', 'declared', 1);
INSERT INTO field(entity, name, value) VALUES(1, 'Security Examination', 'N/A');

-- case: nobody said
-- expect: inconclusive
-- covered: ixit.24
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'telemetry', 'crash reports', 'declared', 1);

-- case: the list of telemetry is not whole
-- expect: inconclusive
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'telemetry', 'crash reports', 'declared', 1);
INSERT INTO field(entity, name, value) VALUES(1, 'Security Examination', 'N/A');

-- case: no telemetry is collected
-- expect: inconclusive
-- covered: ixit.24
