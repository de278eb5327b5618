-- case: it is there, and young enough
-- expect: pass
-- covered: document.technical
INSERT INTO document(id, input, kind, published) VALUES(1, 1, 'paper', '2024-05-01');
INSERT INTO statement(document, kind, subject, basis) VALUES(1, 'paper', 'risk-assessment', 'documented');

-- case: it is too old
-- expect: fail
-- finding: there is no document "risk-assessment" that is at most 36 months old
-- covered: document.technical
INSERT INTO document(id, input, kind, published) VALUES(1, 1, 'paper', '2023-05-01');
INSERT INTO statement(document, kind, subject, basis) VALUES(1, 'paper', 'risk-assessment', 'documented');

-- case: it bears no date
-- expect: fail
-- covered: document.technical
INSERT INTO document(id, input, kind) VALUES(1, 1, 'paper');
INSERT INTO statement(document, kind, subject, basis) VALUES(1, 'paper', 'risk-assessment', 'documented');

-- case: it is not there
-- expect: fail
-- covered: document.technical

-- case: nobody brought papers
-- expect: inconclusive
