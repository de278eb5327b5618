-- case: still supported
-- expect: pass
-- covered: document.support
INSERT INTO document(id, input, kind) VALUES(1, 1, 'support');
INSERT INTO statement(document, kind, value) VALUES(1, 'support-end', '2099-12');

-- case: to the end of this month
-- expect: pass
-- covered: document.support
INSERT INTO document(id, input, kind) VALUES(1, 1, 'support');
INSERT INTO statement(document, kind, value) VALUES(1, 'support-end', '2026-11');

-- case: to the end of this year
-- expect: pass
-- covered: document.support
INSERT INTO document(id, input, kind) VALUES(1, 1, 'support');
INSERT INTO statement(document, kind, value) VALUES(1, 'support-end', '2026');

-- case: over
-- expect: fail
-- finding: support ended on 2020-12
-- covered: document.support
INSERT INTO document(id, input, kind) VALUES(1, 1, 'support');
INSERT INTO statement(document, kind, value) VALUES(1, 'support-end', '2020-12');

-- case: over by the page, and the maker says more
-- expect: fail
-- covered: document.support
INSERT INTO document(id, input, kind) VALUES(1, 1, 'support'), (2, 1, 'declaration');
INSERT INTO statement(document, kind, value) VALUES(1, 'support-end', '2026-10-31'), (2, 'support-end', '2031');

-- case: the page of before says less
-- expect: pass
-- covered: document.support
INSERT INTO document(id, input, kind, url, fetched) VALUES(1, 1, 'support', 'https://maker.example/support', '2024-03-01'), (2, 1, 'support', 'https://maker.example/support', '2026-11-01');
INSERT INTO statement(document, kind, value) VALUES(1, 'support-end', '2026-03'), (2, 'support-end', '2031-12');

-- case: words
-- expect: inconclusive
-- covered: document.support
INSERT INTO document(id, input, kind) VALUES(1, 1, 'support');
INSERT INTO statement(document, kind, value) VALUES(1, 'support-end', 'lifetime');

-- case: no date
-- expect: inconclusive
-- covered: document.support
INSERT INTO document(id, input, kind) VALUES(1, 1, 'support');
