-- case: acknowledged in two of five days
-- expect: pass
-- covered: events
INSERT INTO document(id, input, kind, url, status, gated, language, fetched) VALUES (1, 1, 'policy', 'https://maker.example/policy', 200, 'no', 'en', '2026-11-01');
INSERT INTO statement(document, at, kind, value, unit) VALUES (1, 120, 'acknowledge-time', '5', 'day');
INSERT INTO event(id, kind, about, happened) VALUES (1, 'report-received', 'R-1', '2026-10-01');
INSERT INTO event(id, kind, about, happened) VALUES (2, 'acknowledged', 'R-1', '2026-10-03');

-- case: acknowledged after nine days
-- expect: fail
-- covered: events
INSERT INTO document(id, input, kind, url, status, gated, language, fetched) VALUES (1, 1, 'policy', 'https://maker.example/policy', 200, 'no', 'en', '2026-11-01');
INSERT INTO statement(document, at, kind, value, unit) VALUES (1, 120, 'acknowledge-time', '5', 'day');
INSERT INTO event(id, kind, about, happened) VALUES (1, 'report-received', 'R-1', '2026-10-01');
INSERT INTO event(id, kind, about, happened) VALUES (2, 'acknowledged', 'R-1', '2026-10-10');

-- case: no time was promised
-- expect: inconclusive
-- covered: events
INSERT INTO event(id, kind, about, happened) VALUES (1, 'report-received', 'R-1', '2026-10-01');
INSERT INTO event(id, kind, about, happened) VALUES (2, 'acknowledged', 'R-1', '2026-10-03');

-- case: no records were given
-- expect: inconclusive

-- case: the records are whole and no report ever came
-- expect: pass
-- covered: events

-- case: when a report came is not known
-- expect: inconclusive
-- covered: events
INSERT INTO statement(kind, value, unit) VALUES('acknowledge-time', '5', 'day');
INSERT INTO event(id, kind, about) VALUES(1, 'report-received', 'R-1');

-- case: it was acknowledged on a day that is not known
-- expect: inconclusive
-- covered: events
INSERT INTO statement(kind, value, unit) VALUES('acknowledge-time', '5', 'day');
INSERT INTO event(id, kind, about, happened) VALUES(1, 'report-received', 'R-1', '2026-01-01'), (2, 'acknowledged', 'R-1', NULL);

-- case: a reminder that came later takes nothing from the first
-- expect: pass
-- covered: events
INSERT INTO document(id, input, kind, url, status) VALUES(1, 1, 'policy', 'https://maker.example/security', 200);
INSERT INTO statement(document, kind, value, unit) VALUES(1, 'acknowledge-time', '7', 'day');
INSERT INTO event(kind, about, happened) VALUES('report-received', 'R-1', '2026-10-01T08:00:00Z'), ('acknowledged', 'R-1', '2026-10-02T08:00:00Z'), ('acknowledged', 'R-1', '2026-11-02T08:00:00Z');
