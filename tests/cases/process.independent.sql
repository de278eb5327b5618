-- case: both by others
-- expect: pass
-- covered: activities
INSERT INTO input(id, kind, name) VALUES(2, 'practices', 'process');
INSERT INTO document(id, input, kind, published) VALUES(1, 2, 'record', '2026-10-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(1, 'test.pdf', 'Jane Roe', 10, 'aa', 3, NULL);
INSERT INTO document(id, input, kind, published) VALUES(2, 2, 'record', '2026-09-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(2, 'watch.pdf', 'Jane Roe', 10, 'bb', 4, NULL);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('security-test', '2026-10-01', 'done', 1, 1);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('vulnerability-monitoring', '2026-09-01', 'done', 1, 2);


-- case: tested by those who made it
-- expect: fail
-- finding: the practice security-test was last carried out on 2026-10-01 by those who made the product
-- covered: activities
INSERT INTO input(id, kind, name) VALUES(2, 'practices', 'process');
INSERT INTO document(id, input, kind, published) VALUES(1, 2, 'record', '2026-10-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(1, 'test.pdf', 'Jane Roe', 10, 'aa', 3, NULL);
INSERT INTO document(id, input, kind, published) VALUES(2, 2, 'record', '2026-09-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(2, 'watch.pdf', 'Jane Roe', 10, 'bb', 4, NULL);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('security-test', '2026-10-01', 'done', 0, 1);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('vulnerability-monitoring', '2026-09-01', 'done', 1, 2);


-- case: the last time counts
-- expect: fail
-- covered: activities
INSERT INTO input(id, kind, name) VALUES(2, 'practices', 'process');
INSERT INTO document(id, input, kind, published) VALUES(1, 2, 'record', '2026-10-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(1, 'test.pdf', 'Jane Roe', 10, 'aa', 3, NULL);
INSERT INTO document(id, input, kind, published) VALUES(2, 2, 'record', '2026-09-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(2, 'watch.pdf', 'Jane Roe', 10, 'bb', 4, NULL);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('security-test', '2026-10-01', 'done', 0, 1);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('security-test', '2026-09-01', 'done', 1, 2);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('vulnerability-monitoring', '2026-09-01', 'done', 1, 2);


-- case: it is not said
-- expect: inconclusive
-- covered: activities
INSERT INTO input(id, kind, name) VALUES(2, 'practices', 'process');
INSERT INTO document(id, input, kind, published) VALUES(1, 2, 'record', '2026-10-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(1, 'test.pdf', 'Jane Roe', 10, 'aa', 3, NULL);
INSERT INTO document(id, input, kind, published) VALUES(2, 2, 'record', '2026-09-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(2, 'watch.pdf', 'Jane Roe', 10, 'bb', 4, NULL);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('security-test', '2026-10-01', 'done', NULL, 1);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('vulnerability-monitoring', '2026-09-01', 'done', 1, 2);


-- case: without a document
-- expect: inconclusive
-- covered: activities
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('security-test', '2026-10-01', 'done', 1, NULL);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('vulnerability-monitoring', '2026-09-01', 'done', 1, NULL);

