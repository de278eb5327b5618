-- case: still supported
-- expect: pass
-- covered: document.support
INSERT INTO document(id, input, kind) VALUES(1, 1, 'support');
INSERT INTO statement(document, kind, value) VALUES(1, 'support-end', '2099-12');

-- case: over
-- expect: fail
-- finding: support ended on 2020-12
-- covered: document.support
INSERT INTO document(id, input, kind) VALUES(1, 1, 'support');
INSERT INTO statement(document, kind, value) VALUES(1, 'support-end', '2020-12');

-- case: no date
-- expect: inconclusive
-- covered: document.support
INSERT INTO document(id, input, kind) VALUES(1, 1, 'support');

