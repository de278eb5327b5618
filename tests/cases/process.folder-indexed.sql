-- case: every file is accounted for
-- expect: pass
-- covered: activities
INSERT INTO input(id, kind, name) VALUES(2, 'practices', 'process');
INSERT INTO document(id, input, kind, published) VALUES(1, 2, 'record', '2026-10-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(1, 'test.pdf', 'Jane Roe', 10, 'aa', 3, NULL);
INSERT INTO document(id, input, kind, published) VALUES(2, 2, 'record', '2026-09-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(2, 'watch.pdf', 'Jane Roe', 10, 'bb', 4, NULL);


-- case: a document that is not there
-- expect: fail
-- finding: the index names test.pdf, and the folder does not hold it
-- covered: activities
INSERT INTO input(id, kind, name) VALUES(2, 'practices', 'process');
INSERT INTO document(id, input, kind, published) VALUES(1, 2, 'record', '2026-10-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(1, 'test.pdf', 'Jane Roe', 10, NULL, 7, 'missing');


-- case: a file that the index does not name
-- expect: inconclusive
-- covered: activities
INSERT INTO input(id, kind, name) VALUES(2, 'practices', 'process');
INSERT INTO document(id, input, kind, published) VALUES(1, 2, 'record', '2026-10-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(1, 'test.pdf', 'Jane Roe', 10, 'aa', 3, NULL);
INSERT INTO document(id, input, kind, published) VALUES(2, 2, 'record', '2026-09-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(2, 'watch.pdf', 'Jane Roe', 10, 'bb', 4, NULL);
INSERT INTO document(id, input, kind, published) VALUES(3, 2, 'unnamed', '2026-01-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(3, 'draft.docx', 'Jane Roe', 10, 'cc', 0, NULL);


-- case: an empty document
-- expect: inconclusive
-- covered: activities
INSERT INTO input(id, kind, name) VALUES(2, 'practices', 'process');
INSERT INTO document(id, input, kind, published) VALUES(1, 2, 'record', '2026-10-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(1, 'test.pdf', 'Jane Roe', 10, NULL, 7, 'empty');


-- case: a date to come
-- expect: inconclusive
-- covered: activities
INSERT INTO input(id, kind, name) VALUES(2, 'practices', 'process');
INSERT INTO document(id, input, kind, published) VALUES(1, 2, 'record', '2031-10-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(1, 'test.pdf', 'Jane Roe', 10, 'aa', 3, NULL);

