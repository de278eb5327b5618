-- case: the report went out in time
-- expect: pass
-- covered: events
INSERT INTO event(id, kind, about, happened) VALUES (1, 'incident-known', 'CVE-2026-1000', '2026-10-01T08:00:00Z');
INSERT INTO event(id, kind, about, happened) VALUES (2, 'notification', 'CVE-2026-1000', '2026-10-01T20:00:00Z');

-- case: the report went out too late
-- expect: fail
-- covered: events
INSERT INTO event(id, kind, about, happened) VALUES (1, 'incident-known', 'CVE-2026-1000', '2026-09-15T08:00:00Z');
INSERT INTO event(id, kind, about, happened) VALUES (2, 'notification', 'CVE-2026-1000', '2026-11-20T08:00:00Z');

-- case: no report ever went out
-- expect: fail
-- covered: events
INSERT INTO event(id, kind, about, happened) VALUES (1, 'incident-known', 'CVE-2026-1000', '2026-01-01T08:00:00Z');

-- case: the clock is still running
-- expect: inconclusive
-- covered: events
INSERT INTO event(id, kind, about, happened) VALUES (1, 'incident-known', 'CVE-2026-1000', '2026-11-23T12:00:00Z');

-- case: the records are not whole
-- expect: inconclusive
INSERT INTO event(id, kind, about, happened) VALUES (1, 'incident-known', 'CVE-2026-1000', '2026-01-01T08:00:00Z');

-- case: a second one that came later takes nothing from the first
-- expect: pass
-- covered: events
INSERT INTO event(kind, about, happened) VALUES('incident-known', 'X-1', '2026-11-01T08:00:00Z'), ('notification', 'X-1', '2026-11-01T20:00:00Z'), ('notification', 'X-1', '2026-11-20T20:00:00Z');

-- case: one that bears a day to come was not made
-- expect: fail
-- covered: events
INSERT INTO event(kind, about, happened) VALUES('incident-known', 'X-1', '2026-10-01T08:00:00Z'), ('notification', 'X-1', '2027-10-01T09:00:00Z');
