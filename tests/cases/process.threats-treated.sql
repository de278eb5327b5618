-- case: the risk assessment treats it
-- expect: pass
-- covered: activities
INSERT INTO input(id, kind, name) VALUES(2, 'practices', 'process');
INSERT INTO document(id, input, kind, published) VALUES(1, 2, 'paper', '2026-05-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(1, 'tara.pdf', 'Jane Roe', 10, 'aa', 3, NULL);
INSERT INTO statement(document, kind, subject, basis) VALUES(1, 'threat', 'forged-messages', 'documented');

-- case: a folder that is complete treats another
-- expect: fail
-- finding: no document of the folder treats the threat forged-messages
-- covered: activities, activities.all
INSERT INTO input(id, kind, name) VALUES(2, 'practices', 'process');
INSERT INTO document(id, input, kind, published) VALUES(1, 2, 'paper', '2026-05-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(1, 'tara.pdf', 'Jane Roe', 10, 'aa', 3, NULL);
INSERT INTO statement(document, kind, subject, basis) VALUES(1, 'threat', 'flooding', 'documented');

-- case: nobody says that this is all
-- expect: inconclusive
-- covered: activities
INSERT INTO input(id, kind, name) VALUES(2, 'practices', 'process');
INSERT INTO document(id, input, kind, published) VALUES(1, 2, 'paper', '2026-05-01');

-- case: its document is not in the folder
-- expect: inconclusive
-- covered: activities, activities.all
INSERT INTO input(id, kind, name) VALUES(2, 'practices', 'process');
INSERT INTO document(id, input, kind, published) VALUES(1, 2, 'paper', '2026-05-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(1, 'tara.pdf', 'Jane Roe', NULL, NULL, 3, 'missing');
INSERT INTO statement(document, kind, subject, basis) VALUES(1, 'threat', 'forged-messages', 'documented');

-- case: it was treated years ago
-- expect: inconclusive
-- covered: activities, activities.all
INSERT INTO input(id, kind, name) VALUES(2, 'practices', 'process');
INSERT INTO document(id, input, kind, published) VALUES(1, 2, 'paper', '2023-05-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(1, 'tara.pdf', 'Jane Roe', 10, 'aa', 3, NULL);
INSERT INTO statement(document, kind, subject, basis) VALUES(1, 'threat', 'forged-messages', 'documented');

-- case: it will be treated
-- expect: inconclusive
-- covered: activities
INSERT INTO input(id, kind, name) VALUES(2, 'practices', 'process');
INSERT INTO document(id, input, kind, published) VALUES(1, 2, 'paper', '2027-05-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(1, 'tara.pdf', 'Jane Roe', 10, 'aa', 3, NULL);
INSERT INTO statement(document, kind, subject, basis) VALUES(1, 'threat', 'forged-messages', 'documented');
