-- case: the paper is there and dated
-- expect: pass
-- covered: document.technical
INSERT INTO document(id, input, kind, url, published, status, gated, language, fetched) VALUES (1, 1, 'technical', 'https://maker.example/technical', '2026-05-01', 200, 'no', 'en', '2026-11-01');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'paper', 'risk-assessment', 'risk assessment 2.1');

-- case: the paper has no date
-- expect: fail
-- covered: document.technical
INSERT INTO document(id, input, kind, url, status, gated, language, fetched) VALUES (1, 1, 'technical', 'https://maker.example/technical', 200, 'no', 'en', '2026-11-01');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'paper', 'risk-assessment', 'risk assessment');

-- case: no papers were given
-- expect: inconclusive

-- case: a paper that is dated for next year
-- expect: fail
-- covered: document.technical
INSERT INTO document(id, input, kind, published) VALUES(1, 1, 'technical', '2027-11-24');
INSERT INTO statement(document, kind, subject) VALUES(1, 'paper', 'risk-assessment');
