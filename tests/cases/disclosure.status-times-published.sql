-- case: a page or paper says it
-- expect: pass
-- covered: document.policy
INSERT INTO document(id, input, kind, url, status, gated, language, fetched) VALUES (1, 1, 'policy', 'https://maker.example/policy', 200, 'no', 'en', '2026-11-01');
INSERT INTO statement(document, at, kind, value, basis) VALUES (1, 120, 'status-time', '14', 'documented');

-- case: the papers were read whole and none says it
-- expect: fail
-- covered: document.policy
INSERT INTO document(id, input, kind, url, status, gated, language, fetched) VALUES (1, 1, 'policy', 'https://maker.example/policy', 200, 'no', 'en', '2026-11-01');
INSERT INTO statement(document, at, kind, value, basis) VALUES (1, 120, 'something-else', 'other words', 'documented');

-- case: no such paper was given
-- expect: inconclusive

-- case: the page that says it is gone
-- expect: fail
-- covered: document.policy
INSERT INTO document(id, input, kind, url, status, gated, language, fetched) VALUES(1, 1, 'policy', 'https://maker.example/security', 404, 'no', 'en', '2026-11-01');
INSERT INTO statement(document, at, kind, value, unit) VALUES(1, 10, 'status-time', '14', 'day');
