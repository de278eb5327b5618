-- case: carried out twice, and reviewed
-- expect: pass
-- covered: activities
INSERT INTO input(id, kind, name) VALUES(2, 'practices', 'process');
INSERT INTO document(id, input, kind, published) VALUES(1, 2, 'record', '2026-03-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(1, 'a.pdf', 'Jane Roe', 10, 'aa', 3, NULL);
INSERT INTO document(id, input, kind, published) VALUES(2, 2, 'record', '2026-09-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(2, 'b.pdf', 'Jane Roe', 10, 'bb', 3, NULL);
INSERT INTO document(id, input, kind, published) VALUES(3, 2, 'review', '2026-10-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(3, 'review.pdf', 'Jane Roe', 10, 'cc', 5, NULL);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('security-test', '2026-03-01', 'done', NULL, 1);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('security-test', '2026-09-01', 'done', NULL, 2);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('vulnerability-monitoring', '2026-03-01', 'done', NULL, 1);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('vulnerability-monitoring', '2026-09-01', 'done', NULL, 2);
INSERT INTO statement(document, kind, subject, basis) VALUES(3, 'review', 'security-test', 'documented');
INSERT INTO statement(document, kind, subject, basis) VALUES(3, 'measurement', 'vulnerability-monitoring', 'documented');


-- case: a complete folder without a review
-- expect: fail
-- finding: the practice vulnerability-monitoring has 2 records and no review or measurement
-- covered: activities, activities.all
INSERT INTO input(id, kind, name) VALUES(2, 'practices', 'process');
INSERT INTO document(id, input, kind, published) VALUES(1, 2, 'record', '2026-03-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(1, 'a.pdf', 'Jane Roe', 10, 'aa', 3, NULL);
INSERT INTO document(id, input, kind, published) VALUES(2, 2, 'record', '2026-09-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(2, 'b.pdf', 'Jane Roe', 10, 'bb', 3, NULL);
INSERT INTO document(id, input, kind, published) VALUES(3, 2, 'review', '2026-10-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(3, 'review.pdf', 'Jane Roe', 10, 'cc', 5, NULL);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('security-test', '2026-03-01', 'done', NULL, 1);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('security-test', '2026-09-01', 'done', NULL, 2);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('vulnerability-monitoring', '2026-03-01', 'done', NULL, 1);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('vulnerability-monitoring', '2026-09-01', 'done', NULL, 2);
INSERT INTO statement(document, kind, subject, basis) VALUES(3, 'review', 'security-test', 'documented');


-- case: a complete folder with a single record
-- expect: fail
-- finding: the practice vulnerability-monitoring has a record of one day only and a review or measurement of 2026-10-01
-- covered: activities, activities.all
INSERT INTO input(id, kind, name) VALUES(2, 'practices', 'process');
INSERT INTO document(id, input, kind, published) VALUES(1, 2, 'record', '2026-03-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(1, 'a.pdf', 'Jane Roe', 10, 'aa', 3, NULL);
INSERT INTO document(id, input, kind, published) VALUES(2, 2, 'record', '2026-09-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(2, 'b.pdf', 'Jane Roe', 10, 'bb', 3, NULL);
INSERT INTO document(id, input, kind, published) VALUES(3, 2, 'review', '2026-10-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(3, 'review.pdf', 'Jane Roe', 10, 'cc', 5, NULL);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('security-test', '2026-03-01', 'done', NULL, 1);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('security-test', '2026-09-01', 'done', NULL, 2);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('vulnerability-monitoring', '2026-09-01', 'done', NULL, 2);
INSERT INTO statement(document, kind, subject, basis) VALUES(3, 'review', 'security-test', 'documented');
INSERT INTO statement(document, kind, subject, basis) VALUES(3, 'review', 'vulnerability-monitoring', 'documented');


-- case: a review that is too old
-- expect: inconclusive
-- covered: activities, activities.all
INSERT INTO input(id, kind, name) VALUES(2, 'practices', 'process');
INSERT INTO document(id, input, kind, published) VALUES(1, 2, 'record', '2021-03-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(1, 'a.pdf', 'Jane Roe', 10, 'aa', 3, NULL);
INSERT INTO document(id, input, kind, published) VALUES(2, 2, 'record', '2022-09-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(2, 'b.pdf', 'Jane Roe', 10, 'bb', 3, NULL);
INSERT INTO document(id, input, kind, published) VALUES(3, 2, 'review', '2022-10-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(3, 'review.pdf', 'Jane Roe', 10, 'cc', 5, NULL);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('security-test', '2021-03-01', 'done', NULL, 1);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('security-test', '2022-09-01', 'done', NULL, 2);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('vulnerability-monitoring', '2021-03-01', 'done', NULL, 1);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('vulnerability-monitoring', '2022-09-01', 'done', NULL, 2);
INSERT INTO statement(document, kind, subject, basis) VALUES(3, 'review', 'security-test', 'documented');
INSERT INTO statement(document, kind, subject, basis) VALUES(3, 'review', 'vulnerability-monitoring', 'documented');


-- case: nobody says that this is all
-- expect: inconclusive
-- covered: activities
INSERT INTO input(id, kind, name) VALUES(2, 'practices', 'process');
INSERT INTO document(id, input, kind, published) VALUES(1, 2, 'record', '2026-03-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(1, 'a.pdf', 'Jane Roe', 10, 'aa', 3, NULL);
INSERT INTO document(id, input, kind, published) VALUES(2, 2, 'record', '2026-09-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(2, 'b.pdf', 'Jane Roe', 10, 'bb', 3, NULL);
INSERT INTO document(id, input, kind, published) VALUES(3, 2, 'review', '2026-10-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(3, 'review.pdf', 'Jane Roe', 10, 'cc', 5, NULL);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('security-test', '2026-03-01', 'done', NULL, 1);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('security-test', '2026-09-01', 'done', NULL, 2);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('vulnerability-monitoring', '2026-03-01', 'done', NULL, 1);
INSERT INTO activity(practice, happened, outcome, independent, document) VALUES('vulnerability-monitoring', '2026-09-01', 'done', NULL, 2);

