-- case: both say the same month
-- expect: pass
-- covered: document.support, ixit.2
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'user-information', 'UserInfo', 'declared', 1);
INSERT INTO field(entity, name, value) VALUES(1, 'Support Period', 'until 2031-12-31 at least');
INSERT INTO document(id, input, kind) VALUES(1, 1, 'support');
INSERT INTO statement(document, kind, value, basis) VALUES(1, 'support-end', '2031-12', 'declared');

-- case: the page says less
-- expect: fail
-- finding: support until 2029-12 is published, and until 2031-12-31 is declared
-- covered: document.support, ixit.2
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'user-information', 'UserInfo', 'declared', 1);
INSERT INTO field(entity, name, value) VALUES(1, 'Support Period', 'until 2031-12-31');
INSERT INTO document(id, input, kind) VALUES(1, 1, 'support');
INSERT INTO statement(document, kind, value, basis) VALUES(1, 'support-end', '2029-12', 'declared');

-- case: the period is declared in words
-- expect: inconclusive
-- covered: document.support, ixit.2
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'user-information', 'UserInfo', 'declared', 1);
INSERT INTO field(entity, name, value) VALUES(1, 'Support Period', 'five years from the last sale');
INSERT INTO document(id, input, kind) VALUES(1, 1, 'support');
INSERT INTO statement(document, kind, value, basis) VALUES(1, 'support-end', '2031-12', 'declared');

-- case: nothing is published
-- expect: inconclusive
-- covered: ixit.2
