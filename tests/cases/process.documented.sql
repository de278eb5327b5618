-- case: each has its procedure
-- expect: pass
-- covered: activities
INSERT INTO input(id, kind, name) VALUES(2, 'practices', 'process');
INSERT INTO document(id, input, kind, published) VALUES(1, 2, 'procedure', '2026-01-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(1, 'how.md', 'Jane Roe', 10, 'aa', 3, NULL);
INSERT INTO statement(document, kind, subject, basis) VALUES(1, 'procedure', 'security-test', 'documented');
INSERT INTO statement(document, kind, subject, basis) VALUES(1, 'procedure', 'vulnerability-monitoring', 'documented');


-- case: a folder that is complete, without one
-- expect: fail
-- finding: no document of the folder says how the practice vulnerability-monitoring is done
-- covered: activities, activities.all
INSERT INTO input(id, kind, name) VALUES(2, 'practices', 'process');
INSERT INTO document(id, input, kind, published) VALUES(1, 2, 'procedure', '2026-01-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(1, 'how.md', 'Jane Roe', 10, 'aa', 3, NULL);
INSERT INTO statement(document, kind, subject, basis) VALUES(1, 'procedure', 'security-test', 'documented');


-- case: nobody says that this is all
-- expect: inconclusive
-- covered: activities
INSERT INTO input(id, kind, name) VALUES(2, 'practices', 'process');
INSERT INTO document(id, input, kind, published) VALUES(1, 2, 'procedure', '2026-01-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(1, 'how.md', 'Jane Roe', 10, 'aa', 3, NULL);
INSERT INTO statement(document, kind, subject, basis) VALUES(1, 'procedure', 'security-test', 'documented');


-- case: its document is not in the folder
-- expect: inconclusive
-- covered: activities, activities.all
INSERT INTO input(id, kind, name) VALUES(2, 'practices', 'process');
INSERT INTO document(id, input, kind, published) VALUES(1, 2, 'procedure', '2026-01-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(1, 'how.md', 'Jane Roe', 10, NULL, 3, 'missing');
INSERT INTO statement(document, kind, subject, basis) VALUES(1, 'procedure', 'security-test', 'documented');
INSERT INTO statement(document, kind, subject, basis) VALUES(1, 'procedure', 'vulnerability-monitoring', 'documented');


-- case: a link is no document
-- expect: inconclusive
-- covered: activities, activities.all
INSERT INTO input(id, kind, name) VALUES(2, 'practices', 'process');
INSERT INTO document(id, input, kind, published) VALUES(1, 2, 'procedure', '2026-01-01');
INSERT INTO copy(document, name, author, size, sha256, line, trouble) VALUES(1, 'how.md', 'Jane Roe', 10, NULL, 3, 'link');
INSERT INTO statement(document, kind, subject, basis) VALUES(1, 'procedure', 'security-test', 'documented');
INSERT INTO statement(document, kind, subject, basis) VALUES(1, 'procedure', 'vulnerability-monitoring', 'documented');

