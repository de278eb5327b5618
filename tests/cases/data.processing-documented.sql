-- case: the notice tells of it
-- expect: pass
-- covered: document.privacy, ixit.21
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'recordings', 'declared', 1);
INSERT INTO data(entity, class) VALUES(1, 'personal');
INSERT INTO document(id, input, kind, url, status) VALUES(1, 1, 'privacy', 'https://maker.example/privacy', 200);
INSERT INTO statement(document, kind, subject, value) VALUES(1, 'processing', 'Recordings', 'kept for 30 days by Maker, for looking back');

-- case: it is left out
-- expect: fail
-- finding: the privacy notice does not tell of location
-- covered: document.privacy, ixit.21
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'recordings', 'declared', 1), (2, 'data', 'location', 'declared', 1);
INSERT INTO data(entity, class) VALUES(1, 'personal'), (2, 'sensitive');
INSERT INTO document(id, input, kind, url, status) VALUES(1, 1, 'privacy', 'https://maker.example/privacy', 200);
INSERT INTO statement(document, kind, subject, value) VALUES(1, 'processing', 'recordings', 'kept for 30 days by Maker, for looking back');

-- case: the notice is gone
-- expect: fail
-- covered: document.privacy, ixit.21
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'recordings', 'declared', 1);
INSERT INTO data(entity, class) VALUES(1, 'personal');
INSERT INTO document(id, input, kind, url, status) VALUES(1, 1, 'privacy', 'https://maker.example/privacy', 404);
INSERT INTO statement(document, kind, subject, value) VALUES(1, 'processing', 'recordings', 'kept for 30 days by Maker, for looking back');

-- case: nobody said whether it is personal
-- expect: inconclusive
-- covered: document.privacy, ixit.21
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'recordings', 'declared', 1);
INSERT INTO data(entity) VALUES(1);

-- case: the notice was not brought
-- expect: inconclusive
-- covered: ixit.21
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'data', 'recordings', 'declared', 1);
INSERT INTO data(entity, class) VALUES(1, 'personal');

-- case: no personal data is declared
-- expect: inconclusive
-- covered: document.privacy, ixit.21
