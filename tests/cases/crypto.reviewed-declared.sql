-- case: it was reviewed
-- expect: pass
-- covered: ixit.12
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'implementation', 'mbedtls', 'declared', 1);
INSERT INTO field(entity, name, value) VALUES(1, 'Review/Evaluation Method', 'audit by a laboratory, 2025');

-- case: it was not
-- expect: fail
-- finding: own cipher was neither reviewed nor evaluated
-- covered: ixit.12
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'implementation', 'own cipher', 'declared', 1);
INSERT INTO field(entity, name, value) VALUES(1, 'Review/Evaluation Method', 'None.');

-- case: nobody said
-- expect: inconclusive
-- covered: ixit.12
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'implementation', 'mbedtls', 'declared', 1);

-- case: a dash
-- expect: inconclusive
-- covered: ixit.12
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'implementation', 'mbedtls', 'declared', 1);
INSERT INTO field(entity, name, value) VALUES(1, 'Review/Evaluation Method', ' ');

-- case: the list is not whole
-- expect: inconclusive
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'implementation', 'mbedtls', 'declared', 1);
INSERT INTO field(entity, name, value) VALUES(1, 'Review/Evaluation Method', 'audit by a laboratory, 2025');

-- case: none is listed
-- expect: inconclusive
-- covered: ixit.12

-- case: a review that is planned is none yet
-- expect: inconclusive
-- covered: ixit.12
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'implementation', 'TLS library', 'declared', 1);
INSERT INTO field(entity, name, value) VALUES(1, 'Review/Evaluation Method', 'review planned for 2027');
