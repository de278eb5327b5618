-- case: a page or paper says it
-- expect: pass
-- covered: document.shop
INSERT INTO document(id, input, kind, url, status, gated, language, fetched) VALUES (1, 1, 'shop', 'https://maker.example/shop', 200, 'no', 'en', '2026-11-01');
INSERT INTO statement(document, at, kind, value, basis) VALUES (1, 120, 'support-end', '2031-12-31', 'documented');

-- case: the papers were read whole and none says it
-- expect: fail
-- covered: document.shop
INSERT INTO document(id, input, kind, url, status, gated, language, fetched) VALUES (1, 1, 'shop', 'https://maker.example/shop', 200, 'no', 'en', '2026-11-01');
INSERT INTO statement(document, at, kind, value, basis) VALUES (1, 120, 'something-else', 'other words', 'documented');

-- case: one of two own shops does not say it
-- expect: fail
-- covered: document.shop
INSERT INTO document(id, input, kind, url, status, gated, language, fetched) VALUES (1, 1, 'shop', 'https://maker.example/shop', 200, 'no', 'en', '2026-11-01');
INSERT INTO document(id, input, kind, url, status, gated, language, fetched) VALUES (2, 1, 'shop', 'https://maker.example/outlet', 200, 'no', 'en', '2026-11-01');
INSERT INTO statement(document, at, kind, value, basis) VALUES (1, 120, 'support-end', '2031-12-31', 'documented');

-- case: no such paper was given
-- expect: inconclusive

-- case: the page is gone
-- expect: inconclusive
-- covered: document.shop
INSERT INTO document(id, input, kind, url, status, fetched) VALUES(1, 1, 'shop', 'https://maker.example/shop', 404, '2026-11-01');
INSERT INTO statement(document, at, kind, value) VALUES(1, 10, 'support-end', '2031-12');
