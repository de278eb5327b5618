-- case: five years
-- expect: pass
-- covered: document.support
INSERT INTO document(id, input, kind) VALUES(1, 1, 'support');
INSERT INTO statement(document, kind, value) VALUES(1, 'support-end', '2031-12');
INSERT INTO profile(name, value) VALUES('placed-on-market', '2026-03-01');

-- case: two years
-- expect: fail
-- finding: support ends on 2028-03, less than 5 years after placing on the market
-- covered: document.support
INSERT INTO document(id, input, kind) VALUES(1, 1, 'support');
INSERT INTO statement(document, kind, value) VALUES(1, 'support-end', '2028-03');
INSERT INTO profile(name, value) VALUES('placed-on-market', '2026-03-01');

-- case: the first day is not known
-- expect: inconclusive
-- covered: document.support
INSERT INTO document(id, input, kind) VALUES(1, 1, 'support');
INSERT INTO statement(document, kind, value) VALUES(1, 'support-end', '2031-12');

