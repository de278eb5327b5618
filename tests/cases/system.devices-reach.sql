-- case: both devices reach it
-- expect: pass
-- covered: document.technical
INSERT INTO document(id, input, kind, url, published, status) VALUES(1, 1, 'technical', 'https://plant.example/zone-1', '2026-05-01', 200);
INSERT INTO statement(document, kind, subject, value) VALUES(1, 'device', 'TC-100', 'controller'), (1, 'device-level', 'TC-100', '3 3 3 1 3 3 3'), (1, 'device', 'SW-8', 'switch'), (1, 'device-level', 'SW-8', '2222222');

-- case: one device reaches nothing of the first foundational requirement
-- expect: fail
-- finding: SW-8 reaches level 0 of foundational requirement 1; 1 is wanted
-- covered: document.technical
INSERT INTO document(id, input, kind, url, published, status) VALUES(1, 1, 'technical', 'https://plant.example/zone-1', '2026-05-01', 200);
INSERT INTO statement(document, kind, subject, value) VALUES(1, 'device-level', 'TC-100', '3331333'), (1, 'device-level', 'SW-8', '0222222');

-- case: of one device nothing says which levels it reaches
-- expect: inconclusive
-- covered: document.technical
INSERT INTO document(id, input, kind, url, published, status) VALUES(1, 1, 'technical', 'https://plant.example/zone-1', '2026-05-01', 200);
INSERT INTO statement(document, kind, subject, value) VALUES(1, 'device', 'TC-100', 'controller'), (1, 'device-level', 'TC-100', '3331333'), (1, 'device', 'SW-8', 'switch');

-- case: a level that is one number for all is none
-- expect: inconclusive
-- covered: document.technical
INSERT INTO document(id, input, kind, url, published, status) VALUES(1, 1, 'technical', 'https://plant.example/zone-1', '2026-05-01', 200);
INSERT INTO statement(document, kind, subject, value) VALUES(1, 'device-level', 'TC-100', '3');

-- case: two papers say different things of a device, and one of them too little
-- expect: fail
-- covered: document.technical
INSERT INTO document(id, input, kind, url, published, status) VALUES(1, 1, 'technical', 'https://plant.example/zone-1', '2026-05-01', 200), (2, 1, 'technical', 'https://plant.example/zone-1b', '2026-06-01', 200);
INSERT INTO statement(document, kind, subject, value) VALUES(1, 'device-level', 'TC-100', '3331333'), (2, 'device-level', 'TC-100', '0331333');

-- case: the page that says it is gone
-- expect: inconclusive
-- covered: document.technical
INSERT INTO document(id, input, kind, url, published, status) VALUES(1, 1, 'technical', 'https://plant.example/zone-1', '2026-05-01', 404);
INSERT INTO statement(document, kind, subject, value) VALUES(1, 'device-level', 'TC-100', '3331333');

-- case: no device is named
-- expect: inconclusive
-- covered: document.technical
