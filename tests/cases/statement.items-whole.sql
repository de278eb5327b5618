-- case: each item says all of it
-- expect: pass
-- covered: document.statement
INSERT INTO profile(name, value, basis) VALUES ('product.model', 'SP-1', 'declared'), ('support.until', '2031-12', 'declared');
INSERT INTO document(id, input, kind, url, status, gated, language, fetched) VALUES (1, 1, 'statement', 'https://maker.example/statement', 200, 'no', 'en', '2026-11-01');
INSERT INTO statement(document, at, kind, subject, value) VALUES
  (1, 1, 'statement', 'product', 'Plug SP-1, all batches'), (1, 2, 'statement', 'maker', 'Plug Works Ltd, 1 Mill Road, Ely'),
  (1, 3, 'statement', 'statement', 'complies with Schedule 1'), (1, 4, 'statement', 'support-period', 'until 2031-12-31'),
  (1, 5, 'statement', 'signature', 'A. Careful, director'), (1, 6, 'statement', 'place-date', 'Ely, 2026-02-01');

-- case: the statement promises more than is kept
-- expect: fail
-- covered: document.statement
INSERT INTO profile(name, value, basis) VALUES ('product.model', 'SP-1', 'declared'), ('support.until', '2029-12', 'declared');
INSERT INTO document(id, input, kind, url, status, gated, language, fetched) VALUES (1, 1, 'statement', 'https://maker.example/statement', 200, 'no', 'en', '2026-11-01');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 4, 'statement', 'support-period', 'until 2031-12-31');

-- case: PSTI-S4-1a, the batch is not told
-- expect: inconclusive
-- covered: document.statement
INSERT INTO profile(name, value, basis) VALUES ('product.model', 'SP-1', 'declared');
INSERT INTO document(id, input, kind, url, status, gated, language, fetched) VALUES (1, 1, 'statement', 'https://maker.example/statement', 200, 'no', 'en', '2026-11-01');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 1, 'statement', 'product', 'Plug SP-1');

-- case: PSTI-S4-1a, another product is named
-- expect: inconclusive
-- covered: document.statement
INSERT INTO profile(name, value, basis) VALUES ('product.model', 'SP-1', 'declared');
INSERT INTO document(id, input, kind, url, status, gated, language, fetched) VALUES (1, 1, 'statement', 'https://maker.example/statement', 200, 'no', 'en', '2026-11-01');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 1, 'statement', 'product', 'Lamp L-2, all batches');

-- case: PSTI-S4-1b, the address is not told
-- expect: inconclusive
-- covered: document.statement
INSERT INTO document(id, input, kind, url, status, gated, language, fetched) VALUES (1, 1, 'statement', 'https://maker.example/statement', 200, 'no', 'en', '2026-11-01');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 2, 'statement', 'maker', 'Plug Works Ltd');

-- case: PSTI-S4-1d, it is not told with what it complies
-- expect: inconclusive
-- covered: document.statement
INSERT INTO document(id, input, kind, url, status, gated, language, fetched) VALUES (1, 1, 'statement', 'https://maker.example/statement', 200, 'no', 'en', '2026-11-01');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 3, 'statement', 'statement', 'given');

-- case: PSTI-S4-1e, no day is told
-- expect: inconclusive
-- covered: document.statement
INSERT INTO document(id, input, kind, url, status, gated, language, fetched) VALUES (1, 1, 'statement', 'https://maker.example/statement', 200, 'no', 'en', '2026-11-01');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 4, 'statement', 'support-period', 'for long');

-- case: PSTI-S4-1f, the function is not told
-- expect: inconclusive
-- covered: document.statement
INSERT INTO document(id, input, kind, url, status, gated, language, fetched) VALUES (1, 1, 'statement', 'https://maker.example/statement', 200, 'no', 'en', '2026-11-01');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 5, 'statement', 'signature', 'A. Careful');

-- case: PSTI-S4-1g, the place is not told
-- expect: inconclusive
-- covered: document.statement
INSERT INTO document(id, input, kind, url, status, gated, language, fetched) VALUES (1, 1, 'statement', 'https://maker.example/statement', 200, 'no', 'en', '2026-11-01');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 6, 'statement', 'place-date', '2026-02-01');

-- case: no statement was given
-- expect: inconclusive
