-- case: five years
-- expect: pass
-- covered: document.support
INSERT INTO document(id, input, kind) VALUES(1, 1, 'support');
INSERT INTO statement(document, kind, value) VALUES(1, 'support-end', '2031-12');
INSERT INTO profile(name, value) VALUES('placed-on-market', '2026-03-01');

-- case: to the end of the month that is five years later
-- expect: pass
-- covered: document.support
INSERT INTO document(id, input, kind) VALUES(1, 1, 'support');
INSERT INTO statement(document, kind, value) VALUES(1, 'support-end', '2031-03');
INSERT INTO profile(name, value) VALUES('placed-on-market', '2026-03');

-- case: two years
-- expect: fail
-- finding: support ends on 2028-03, less than 5 years after placing on the market
-- covered: document.support
INSERT INTO document(id, input, kind) VALUES(1, 1, 'support');
INSERT INTO statement(document, kind, value) VALUES(1, 'support-end', '2028-03');
INSERT INTO profile(name, value) VALUES('placed-on-market', '2026-03-01');

-- case: two years, and of the first day only the month is known
-- expect: fail
-- covered: document.support
INSERT INTO document(id, input, kind) VALUES(1, 1, 'support');
INSERT INTO statement(document, kind, value) VALUES(1, 'support-end', '2028-03');
INSERT INTO profile(name, value) VALUES('placed-on-market', '2026-03');

-- case: the maker says more than the page
-- expect: fail
-- covered: document.support
INSERT INTO document(id, input, kind) VALUES(1, 1, 'support'), (2, 1, 'declaration');
INSERT INTO statement(document, kind, value) VALUES(1, 'support-end', '2028-03'), (2, 'support-end', '2031-12');
INSERT INTO profile(name, value) VALUES('placed-on-market', '2026-03-01');

-- case: the page as it was before it was made longer
-- expect: pass
-- covered: document.support
INSERT INTO document(id, input, kind, url, fetched) VALUES(1, 1, 'support', 'https://maker.example/support', '2026-03-01'), (2, 1, 'support', 'https://maker.example/support', '2026-11-01');
INSERT INTO statement(document, kind, value) VALUES(1, 'support-end', '2028-03'), (2, 'support-end', '2031-12');
INSERT INTO profile(name, value) VALUES('placed-on-market', '2026-03-01');

-- case: another product on the page
-- expect: pass
-- covered: document.support
INSERT INTO document(id, input, kind) VALUES(1, 1, 'support');
INSERT INTO statement(document, kind, subject, value) VALUES(1, 'support-end', 'CAM-1', '2027-01'), (1, 'support-end', 'CAM-2', '2031-12');
INSERT INTO profile(name, value) VALUES('placed-on-market', '2026-03-01'), ('product.model', 'CAM-2');

-- case: words instead of a date
-- expect: inconclusive
-- covered: document.support
INSERT INTO document(id, input, kind) VALUES(1, 1, 'support');
INSERT INTO statement(document, kind, value) VALUES(1, 'support-end', 'until the next model comes out');
INSERT INTO profile(name, value) VALUES('placed-on-market', '2026-03-01');

-- case: it depends on the day
-- expect: inconclusive
-- covered: document.support
INSERT INTO document(id, input, kind) VALUES(1, 1, 'support');
INSERT INTO statement(document, kind, value) VALUES(1, 'support-end', '2031-06');
INSERT INTO profile(name, value) VALUES('placed-on-market', '2026');

-- case: the first day is not known
-- expect: inconclusive
-- covered: document.support
INSERT INTO document(id, input, kind) VALUES(1, 1, 'support');
INSERT INTO statement(document, kind, value) VALUES(1, 'support-end', '2031-12');

-- case: the first day is no day
-- expect: inconclusive
-- covered: document.support
INSERT INTO document(id, input, kind) VALUES(1, 1, 'support');
INSERT INTO statement(document, kind, value) VALUES(1, 'support-end', '2027-12');
INSERT INTO profile(name, value) VALUES('placed-on-market', 'soon');
