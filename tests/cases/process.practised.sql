-- case: a fresh record of each, with its document
-- expect: pass
-- covered: activities
INSERT INTO input(id, kind, name) VALUES(2, 'practices', 'process');
INSERT INTO document(id, input, kind, published) VALUES(1, 2, 'record', '2026-10-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(1, 'test.pdf', 'Jane Roe', 10, 'aa', 3, NULL);
INSERT INTO document(id, input, kind, published) VALUES(2, 2, 'record', '2026-09-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(2, 'watch.pdf', 'Jane Roe', 10, 'bb', 4, NULL);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('security-test', '2026-10-01', 'done', NULL, 1);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('vulnerability-monitoring', '2026-09-01', 'done', NULL, 2);


-- case: the last record says that it failed
-- expect: fail
-- finding: the practice security-test was last tried on 2026-10-01, and the record says: failed
-- covered: activities
INSERT INTO input(id, kind, name) VALUES(2, 'practices', 'process');
INSERT INTO document(id, input, kind, published) VALUES(1, 2, 'record', '2026-10-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(1, 'test.pdf', 'Jane Roe', 10, 'aa', 3, NULL);
INSERT INTO document(id, input, kind, published) VALUES(2, 2, 'record', '2026-09-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(2, 'watch.pdf', 'Jane Roe', 10, 'bb', 4, NULL);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('security-test', '2026-10-01', 'failed', NULL, 1);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('security-test', '2026-08-01', 'done', NULL, 2);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('vulnerability-monitoring', '2026-09-01', 'done', NULL, 2);


-- case: a failure that was mended since
-- expect: pass
-- covered: activities
INSERT INTO input(id, kind, name) VALUES(2, 'practices', 'process');
INSERT INTO document(id, input, kind, published) VALUES(1, 2, 'record', '2026-10-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(1, 'test.pdf', 'Jane Roe', 10, 'aa', 3, NULL);
INSERT INTO document(id, input, kind, published) VALUES(2, 2, 'record', '2026-09-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(2, 'watch.pdf', 'Jane Roe', 10, 'bb', 4, NULL);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('security-test', '2026-09-01', 'failed', NULL, 2);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('security-test', '2026-10-01', 'done', NULL, 1);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('vulnerability-monitoring', '2026-09-01', 'done', NULL, 2);


-- case: a record that is too old says nothing of today
-- expect: inconclusive
-- covered: activities
INSERT INTO input(id, kind, name) VALUES(2, 'practices', 'process');
INSERT INTO document(id, input, kind, published) VALUES(1, 2, 'record', '2019-10-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(1, 'test.pdf', 'Jane Roe', 10, 'aa', 3, NULL);
INSERT INTO document(id, input, kind, published) VALUES(2, 2, 'record', '2026-09-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(2, 'watch.pdf', 'Jane Roe', 10, 'bb', 3, NULL);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('security-test', '2019-10-01', 'done', NULL, 1);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('vulnerability-monitoring', '2026-09-01', 'done', NULL, 2);


-- case: a record of a day to come says nothing
-- expect: inconclusive
-- covered: activities
INSERT INTO input(id, kind, name) VALUES(2, 'practices', 'process');
INSERT INTO document(id, input, kind, published) VALUES(1, 2, 'record', '2027-10-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(1, 'test.pdf', 'Jane Roe', 10, 'aa', 3, NULL);
INSERT INTO document(id, input, kind, published) VALUES(2, 2, 'record', '2026-09-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(2, 'watch.pdf', 'Jane Roe', 10, 'bb', 3, NULL);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('security-test', '2027-10-01', 'done', NULL, 1);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('vulnerability-monitoring', '2026-09-01', 'done', NULL, 2);


-- case: the maker's word without a document is none
-- expect: inconclusive
-- covered: activities
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('security-test', '2026-10-01', 'done', NULL, NULL);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('vulnerability-monitoring', '2026-09-01', 'done', NULL, NULL);


-- case: a document that is not in the folder
-- expect: inconclusive
-- covered: activities
INSERT INTO input(id, kind, name) VALUES(2, 'practices', 'process');
INSERT INTO document(id, input, kind, published) VALUES(1, 2, 'record', '2026-10-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(1, 'test.pdf', 'Jane Roe', 10, NULL, 3, 'missing');
INSERT INTO document(id, input, kind, published) VALUES(2, 2, 'record', '2026-09-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(2, 'watch.pdf', 'Jane Roe', 10, 'bb', 3, NULL);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('security-test', '2026-10-01', 'done', NULL, 1);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('vulnerability-monitoring', '2026-09-01', 'done', NULL, 2);


-- case: a document of the product file has no digest
-- expect: inconclusive
-- covered: activities
INSERT INTO input(id, kind) VALUES(2, 'product');
INSERT INTO document(id, input, kind, published) VALUES(1, 2, 'record', '2026-10-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(1, 'test.pdf', 'Jane Roe', 10, 'aa', 3, NULL);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('security-test', '2026-10-01', 'done', NULL, 1);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('vulnerability-monitoring', '2026-10-01', 'done', NULL, 1);


-- case: the same bytes with two dates
-- expect: inconclusive
-- covered: activities
INSERT INTO input(id, kind, name) VALUES(2, 'practices', 'process');
INSERT INTO document(id, input, kind, published) VALUES(1, 2, 'record', '2026-10-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(1, 'test.pdf', 'Jane Roe', 10, 'aa', 3, 'two-dates');
INSERT INTO document(id, input, kind, published) VALUES(2, 2, 'record', '2026-09-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(2, 'watch.pdf', 'Jane Roe', 10, 'bb', 3, NULL);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('security-test', '2026-10-01', 'done', NULL, 1);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('vulnerability-monitoring', '2026-09-01', 'done', NULL, 2);


-- case: no record
-- expect: inconclusive
-- covered: activities

