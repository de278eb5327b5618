-- case: it is explained
-- expect: pass
-- covered: document.manual, ixit.26
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'decision', 'remote access', 'declared', 1);
INSERT INTO document(id, input, kind) VALUES(1, 1, 'manual');
INSERT INTO statement(document, kind, subject, value) VALUES(1, 'decision', 'Remote access', 'page 4');

-- case: it is not
-- expect: fail
-- finding: the manual does not explain the decision "remote access"
-- covered: document.manual, ixit.26
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'decision', 'remote access', 'declared', 1);
INSERT INTO document(id, input, kind) VALUES(1, 1, 'manual');
INSERT INTO statement(document, kind, subject, value) VALUES(1, 'decision', 'language', 'page 3');

-- case: the manual was not brought
-- expect: inconclusive
-- covered: ixit.26
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'decision', 'remote access', 'declared', 1);

-- case: no decision is declared
-- expect: inconclusive
-- covered: document.manual, ixit.26
