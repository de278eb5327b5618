-- case: a page or paper says it
-- expect: pass
-- covered: document.policy
INSERT INTO document(id, input, kind, url, status, gated, language, fetched) VALUES (1, 1, 'policy', 'https://maker.example/policy', 200, 'no', 'en', '2026-11-01');
INSERT INTO statement(document, at, kind, value, basis) VALUES (1, 120, 'security-contact', 'psirt@maker.example', 'documented');

-- case: the papers were read whole and none says it
-- expect: fail
-- covered: document.policy
INSERT INTO document(id, input, kind, url, status, gated, language, fetched) VALUES (1, 1, 'policy', 'https://maker.example/policy', 200, 'no', 'en', '2026-11-01');
INSERT INTO statement(document, at, kind, value, basis) VALUES (1, 120, 'something-else', 'other words', 'documented');

-- case: the page that should say it is gone
-- expect: fail
-- covered: document.policy
INSERT INTO document(id, input, kind, url, status, gated, language, fetched) VALUES (1, 1, 'policy', 'https://maker.example/policy', 404, 'no', 'en', '2026-11-01');
INSERT INTO statement(document, at, kind, value, basis) VALUES (1, 120, 'security-contact', 'psirt@maker.example', 'documented');

-- case: the maker names a page that nobody fetched
-- expect: inconclusive
-- covered: document.policy
INSERT INTO document(id, input, kind, url, status, fetched, gated, language) VALUES (1, 1, 'policy', 'https://maker.example/policy', NULL, NULL, 'no', 'en');
INSERT INTO statement(document, at, kind, value, basis) VALUES (1, 120, 'security-contact', 'psirt@maker.example', 'declared');

-- case: no such paper was given
-- expect: inconclusive
