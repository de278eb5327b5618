-- case: a page or paper says it
-- expect: pass
-- covered: document.support
INSERT INTO document(id, input, kind, url, status, gated, language, fetched) VALUES (1, 1, 'support', 'https://maker.example/support', 200, 'no', 'en', '2026-11-01');
INSERT INTO statement(document, at, kind, value, basis) VALUES (1, 120, 'support-end', '2031-12-31', 'documented');

-- case: the papers were read whole and none says it
-- expect: fail
-- covered: document.support
INSERT INTO document(id, input, kind, url, status, gated, language, fetched) VALUES (1, 1, 'support', 'https://maker.example/support', 200, 'no', 'en', '2026-11-01');
INSERT INTO statement(document, at, kind, value, basis) VALUES (1, 120, 'something-else', 'other words', 'documented');

-- case: the page that should say it is gone
-- expect: fail
-- covered: document.support
INSERT INTO document(id, input, kind, url, status, gated, language, fetched) VALUES (1, 1, 'support', 'https://maker.example/support', 404, 'no', 'en', '2026-11-01');
INSERT INTO statement(document, at, kind, value, basis) VALUES (1, 120, 'support-end', '2031-12-31', 'documented');

-- case: the maker names a page that nobody fetched
-- expect: inconclusive
-- covered: document.support
INSERT INTO document(id, input, kind, url, status, fetched, gated, language) VALUES (1, 1, 'support', 'https://maker.example/support', NULL, NULL, 'no', 'en');
INSERT INTO statement(document, at, kind, value, basis) VALUES (1, 120, 'support-end', '2031-12-31', 'declared');

-- case: the page wants an account
-- expect: fail
-- covered: document.support
INSERT INTO document(id, input, kind, url, gated, status, language, fetched) VALUES (1, 1, 'support', 'https://maker.example/support', 'account', 200, 'en', '2026-11-01');
INSERT INTO statement(document, at, kind, value, basis) VALUES (1, 120, 'support-end', '2031-12-31', 'documented');

-- case: no such paper was given
-- expect: inconclusive
