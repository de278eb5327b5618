-- case: the report went out in time
-- expect: pass
-- covered: events
INSERT INTO event(id, kind, about, happened) VALUES (9, 'incident-known', 'CVE-2026-1000', '2026-01-01T00:00:00Z');
INSERT INTO event(id, kind, about, happened) VALUES (1, 'notification', 'CVE-2026-1000', '2026-10-01T08:00:00Z');
INSERT INTO event(id, kind, about, happened) VALUES (2, 'final-report', 'CVE-2026-1000', '2026-10-01T20:00:00Z');

-- case: the report went out too late
-- expect: fail
-- covered: events
INSERT INTO event(id, kind, about, happened) VALUES (9, 'incident-known', 'CVE-2026-1000', '2026-01-01T00:00:00Z');
INSERT INTO event(id, kind, about, happened) VALUES (1, 'notification', 'CVE-2026-1000', '2026-09-15T08:00:00Z');
INSERT INTO event(id, kind, about, happened) VALUES (2, 'final-report', 'CVE-2026-1000', '2026-11-20T08:00:00Z');

-- case: no report ever went out
-- expect: fail
-- covered: events
INSERT INTO event(id, kind, about, happened) VALUES (9, 'incident-known', 'CVE-2026-1000', '2026-01-01T00:00:00Z');
INSERT INTO event(id, kind, about, happened) VALUES (1, 'notification', 'CVE-2026-1000', '2026-01-01T08:00:00Z');

-- case: the clock is still running
-- expect: inconclusive
-- covered: events
INSERT INTO event(id, kind, about, happened) VALUES (9, 'incident-known', 'CVE-2026-1000', '2026-01-01T00:00:00Z');
INSERT INTO event(id, kind, about, happened) VALUES (1, 'notification', 'CVE-2026-1000', '2026-11-23T12:00:00Z');

-- case: the records are not whole
-- expect: inconclusive
INSERT INTO event(id, kind, about, happened) VALUES (9, 'incident-known', 'CVE-2026-1000', '2026-01-01T00:00:00Z');
INSERT INTO event(id, kind, about, happened) VALUES (1, 'notification', 'CVE-2026-1000', '2026-01-01T08:00:00Z');

-- case: a second final report takes nothing from the first
-- expect: pass
-- covered: events
INSERT INTO event(kind, about, happened) VALUES('incident-known', 'I-1', '2026-09-30T08:00:00Z'), ('notification', 'I-1', '2026-10-01T08:00:00Z'), ('final-report', 'I-1', '2026-10-05T08:00:00Z'), ('final-report', 'I-1', '2026-11-22T08:00:00Z');
