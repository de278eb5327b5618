-- case: a page or paper says it
-- expect: pass
-- covered: document.policy
INSERT INTO document(id, input, kind, url, status, gated, language, fetched) VALUES (1, 1, 'policy', 'https://maker.example/policy', 200, 'no', 'en', '2026-11-01');
INSERT INTO statement(document, at, kind, value, basis) VALUES (1, 120, 'security-txt', '2027-06-30', 'documented');

-- case: the papers were read whole and none says it
-- expect: fail
-- covered: document.policy
INSERT INTO document(id, input, kind, url, status, gated, language, fetched) VALUES (1, 1, 'policy', 'https://maker.example/policy', 200, 'no', 'en', '2026-11-01');
INSERT INTO statement(document, at, kind, value, basis) VALUES (1, 120, 'something-else', 'other words', 'documented');

-- case: it is said, but not well
-- expect: fail
-- covered: document.policy
INSERT INTO document(id, input, kind, url, status, gated, language, fetched) VALUES (1, 1, 'policy', 'https://maker.example/policy', 200, 'no', 'en', '2026-11-01');
INSERT INTO statement(document, at, kind, value, basis) VALUES (1, 120, 'security-txt', '2026-01-31', 'documented');

-- case: no such paper was given
-- expect: inconclusive

-- case: an end in words is none
-- expect: fail
-- covered: document.policy
INSERT INTO document(id, input, kind, url, status) VALUES(1, 1, 'policy', 'https://maker.example/.well-known/security.txt', 200);
INSERT INTO statement(document, at, kind, value) VALUES(1, 0, 'security-txt', 'never');
