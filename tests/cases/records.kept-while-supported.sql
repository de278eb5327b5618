-- case: kept for longer than it is supported
-- expect: pass
-- covered: answers
INSERT INTO document(id, input, kind) VALUES(1, 1, 'support');
INSERT INTO profile(name, value, author) VALUES('placed-on-market', '2026-01-01', 'Maker');
INSERT INTO statement(document, kind, value) VALUES(1, 'support-end', '2031-12');
INSERT INTO answer(question, value, basis, author, answered) VALUES('ask.records.retention-years', '10', 'declared', 'Maker', '2026-11-01');

-- case: the product is supported for longer
-- expect: fail
-- finding: the papers are kept for 10 years; it is supported for 16 years
-- covered: answers
INSERT INTO document(id, input, kind) VALUES(1, 1, 'support');
INSERT INTO profile(name, value, author) VALUES('placed-on-market', '2026-01-01', 'Maker');
INSERT INTO statement(document, kind, value) VALUES(1, 'support-end', '2041-12');
INSERT INTO answer(question, value, basis, author) VALUES('ask.records.retention-years', '10', 'declared', 'Maker');

-- case: while nobody says when it was placed on the market, a unit of today is meant
-- expect: pass
-- covered: answers
INSERT INTO document(id, input, kind) VALUES(1, 1, 'support');
INSERT INTO statement(document, kind, value) VALUES(1, 'support-end', '2041-12');
INSERT INTO answer(question, value, basis, author, answered) VALUES('ask.records.retention-years', '16', 'declared', 'Maker', '2026-11-01');

-- case: a unit of today is supported for longer
-- expect: fail
-- covered: answers
INSERT INTO document(id, input, kind) VALUES(1, 1, 'support');
INSERT INTO statement(document, kind, value) VALUES(1, 'support-end', '2041-12');
INSERT INTO answer(question, value, basis, author) VALUES('ask.records.retention-years', '15', 'declared', 'Maker');

-- case: nobody says until when it is supported
-- expect: inconclusive
-- covered: answers
INSERT INTO profile(name, value, author) VALUES('placed-on-market', '2026-01-01', 'Maker');
INSERT INTO answer(question, value, basis, author) VALUES('ask.records.retention-years', '20', 'declared', 'Maker');

-- case: nobody says for how long they are kept
-- expect: inconclusive
-- covered: answers
INSERT INTO document(id, input, kind) VALUES(1, 1, 'support');
INSERT INTO profile(name, value, author) VALUES('placed-on-market', '2026-01-01', 'Maker');
INSERT INTO statement(document, kind, value) VALUES(1, 'support-end', '2041-12');
