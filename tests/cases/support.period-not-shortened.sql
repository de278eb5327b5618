-- case: it was made longer
-- expect: pass
-- covered: document.support, history
INSERT INTO document(id, input, kind, url, status, fetched) VALUES(1, 1, 'support', 'https://maker.example/support', 200, '2026-01-10'), (2, 1, 'support', 'https://maker.example/support', 200, '2026-11-10');
INSERT INTO statement(document, kind, value) VALUES(1, 'support-end', '2030-12-31'), (2, 'support-end', '2031-12-31');

-- case: the same, written more exactly
-- expect: pass
-- covered: document.support, history
INSERT INTO document(id, input, kind, url, status, fetched) VALUES(1, 1, 'support', 'https://maker.example/support', 200, '2026-01-10'), (2, 1, 'support', 'https://maker.example/support', 200, '2026-11-10');
INSERT INTO statement(document, kind, value) VALUES(1, 'support-end', '2030-12-31'), (2, 'support-end', '2030-12');

-- case: a year less than promised
-- expect: fail
-- finding: the end of support was 2031-12 on 2026-01-10, and 2030-12-31 on 2026-11-10
-- covered: document.support, history
INSERT INTO document(id, input, kind, url, status, fetched) VALUES(1, 1, 'support', 'https://maker.example/support', 200, '2026-01-10T08:00:00Z'), (2, 1, 'support', 'https://maker.example/support', 200, '2026-11-10');
INSERT INTO statement(document, kind, value) VALUES(1, 'support-end', '2031-12'), (2, 'support-end', '2030-12-31');

-- case: it is seen also where nobody knows all that was published
-- expect: fail
INSERT INTO document(id, input, kind, url, status, fetched) VALUES(1, 1, 'support', 'https://maker.example/support', 200, '2026-01-10'), (2, 1, 'support', 'https://maker.example/support', 200, '2026-11-10');
INSERT INTO statement(document, kind, value) VALUES(1, 'support-end', '2031-12'), (2, 'support-end', '2030-12-31');

-- case: another product on the same page
-- expect: pass
-- covered: document.support, history
INSERT INTO document(id, input, kind, url, status, fetched) VALUES(1, 1, 'support', 'https://maker.example/support', 200, '2026-01-10'), (2, 1, 'support', 'https://maker.example/support', 200, '2026-11-10');
INSERT INTO statement(document, kind, subject, value) VALUES(1, 'support-end', 'CAM-2', '2031-12'), (2, 'support-end', 'CAM-1', '2030-12-31');

-- case: the page as it was before is not known
-- expect: inconclusive
-- covered: document.support
INSERT INTO document(id, input, kind, url, status, fetched) VALUES(1, 1, 'support', 'https://maker.example/support', 200, '2026-11-10');
INSERT INTO statement(document, kind, value) VALUES(1, 'support-end', '2031-12');

-- case: words instead of a date
-- expect: inconclusive
-- covered: document.support, history
INSERT INTO document(id, input, kind, url, status, fetched) VALUES(1, 1, 'support', 'https://maker.example/support', 200, '2026-01-10'), (2, 1, 'support', 'https://maker.example/support', 200, '2026-11-10');
INSERT INTO statement(document, kind, value) VALUES(1, 'support-end', '2031-12'), (2, 'support-end', 'until the next model');

-- case: copies of the page show that less is promised now
-- expect: fail
-- finding: the end of support was 2031-12-31 on 2026-01-10, and 2030-12-31 on 2026-11-10
-- covered: document.support, history
INSERT INTO document(id, input, kind, url, status, fetched) VALUES(1, 1, 'support', 'https://maker.example/support', 200, '2026-11-10'), (2, 1, 'earlier-support', 'https://maker.example/support', NULL, '2026-01-10');
INSERT INTO statement(document, kind, value) VALUES(1, 'support-end', '2030-12-31'), (2, 'earlier-support-end', '2031-12-31');

-- case: copies of three days, each with more
-- expect: pass
-- covered: document.support, history
INSERT INTO document(id, input, kind, status, fetched) VALUES(1, 1, 'support', 200, '2026-11-10'), (2, 1, 'earlier-support', NULL, '2026-01-10'), (3, 1, 'earlier-support', NULL, '2026-06-10');
INSERT INTO statement(document, kind, value) VALUES(1, 'support-end', '2031-12'), (2, 'earlier-support-end', '2029-12-31'), (3, 'earlier-support-end', '2030-12-31');

-- case: it was less for a while
-- expect: fail
-- finding: the end of support was 2031-12-31 on 2026-01-10, and 2030-12-31 on 2026-06-10
-- covered: document.support, history
INSERT INTO document(id, input, kind, status, fetched) VALUES(1, 1, 'support', 200, '2026-11-10'), (2, 1, 'earlier-support', NULL, '2026-01-10'), (3, 1, 'earlier-support', NULL, '2026-06-10');
INSERT INTO statement(document, kind, value) VALUES(1, 'support-end', '2031-12-31'), (2, 'earlier-support-end', '2031-12-31'), (3, 'earlier-support-end', '2030-12-31');

-- case: a copy of a day that is still to come
-- expect: inconclusive
-- covered: document.support, history
INSERT INTO document(id, input, kind, status, fetched) VALUES(1, 1, 'earlier-support', NULL, '2026-01-10'), (2, 1, 'earlier-support', NULL, '2099-06-10');
INSERT INTO statement(document, kind, value) VALUES(1, 'earlier-support-end', '2031-12-31'), (2, 'earlier-support-end', '2030-12-31');
