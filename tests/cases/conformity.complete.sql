-- case: all items are there
-- expect: pass
-- covered: document.conformity
INSERT INTO document(id, input, kind, url, status, gated, language, fetched) VALUES (1, 1, 'conformity', 'https://maker.example/conformity', 200, 'no', 'en', '2026-11-01');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'statement', 'product', 'given');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'statement', 'maker', 'given');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'statement', 'statement', 'given');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'statement', 'standards', 'given');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'statement', 'support-period', 'given');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'statement', 'place-date', 'given');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'statement', 'signature', 'given');

-- case: the signature is missing
-- expect: fail
-- covered: document.conformity
INSERT INTO document(id, input, kind, url, status, gated, language, fetched) VALUES (1, 1, 'conformity', 'https://maker.example/conformity', 200, 'no', 'en', '2026-11-01');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'statement', 'product', 'given');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'statement', 'maker', 'given');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'statement', 'statement', 'given');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'statement', 'standards', 'given');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'statement', 'support-period', 'given');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'statement', 'place-date', 'given');

-- case: no declaration was given
-- expect: inconclusive

-- case: a statement for another law is no declaration of conformity
-- expect: fail
-- covered: document.conformity
INSERT INTO document(id, input, kind, url, status, gated, language, fetched) VALUES (1, 1, 'statement', 'https://maker.example/statement', 200, 'no', 'en', '2026-11-01');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'statement', 'product', 'given');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'statement', 'maker', 'given');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'statement', 'statement', 'given');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'statement', 'standards', 'given');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'statement', 'support-period', 'given');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'statement', 'place-date', 'given');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'statement', 'signature', 'given');

-- case: only a statement for another law was given
-- expect: inconclusive
-- covered: document.statement
INSERT INTO document(id, input, kind, url, status, gated, language, fetched) VALUES (1, 1, 'statement', 'https://maker.example/statement', 200, 'no', 'en', '2026-11-01');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'statement', 'product', 'given');
