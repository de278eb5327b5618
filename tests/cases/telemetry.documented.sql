-- case: the notice tells of it
-- expect: pass
-- covered: document.privacy, ixit.24
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'telemetry', 'crash reports', 'declared', 1);
INSERT INTO document(id, input, kind) VALUES(1, 1, 'privacy');
INSERT INTO statement(document, kind, subject, value) VALUES(1, 'telemetry', 'Crash reports', 'to mend faults');

-- case: it is left out
-- expect: fail
-- finding: the privacy notice does not tell of crash reports
-- covered: document.privacy, ixit.24
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'telemetry', 'crash reports', 'declared', 1);
INSERT INTO document(id, input, kind) VALUES(1, 1, 'privacy');

-- case: the notice was not brought
-- expect: inconclusive
-- covered: ixit.24
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'telemetry', 'crash reports', 'declared', 1);

-- case: no telemetry is declared
-- expect: inconclusive
-- covered: document.privacy, ixit.24
