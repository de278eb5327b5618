-- case: in force, read back today and tried
-- expect: pass
-- covered: enforcement
INSERT INTO policy(id, input, url) VALUES(1, 1, 'https://maker.example/cam.json');
INSERT INTO enforcement(policy, began, checked, intact, tested) VALUES(1, '2026-11-01T00:00:00Z', '2026-11-24T06:00:00Z', 1, 1);

-- case: nothing enforces it
-- expect: fail
-- finding: the policy https://maker.example/cam.json is not enforced
-- covered: enforcement
INSERT INTO policy(id, input, url) VALUES(1, 1, 'https://maker.example/cam.json');

-- case: it ended
-- expect: fail
-- finding: the policy https://maker.example/cam.json is no longer enforced
-- covered: enforcement
INSERT INTO policy(id, input, url) VALUES(1, 1, 'https://maker.example/cam.json');
INSERT INTO enforcement(policy, began, ended, checked, intact, tested) VALUES(1, '2026-11-01T00:00:00Z', '2026-11-23T00:00:00Z', '2026-11-24T00:00:00Z', 1, 1);

-- case: somebody changed the rules
-- expect: fail
-- covered: enforcement
INSERT INTO policy(id, input, url) VALUES(1, 1, 'https://maker.example/cam.json');
INSERT INTO enforcement(policy, began, checked, intact, tested) VALUES(1, '2026-11-01T00:00:00Z', '2026-11-24T06:00:00Z', 0, 1);

-- case: it was whole before, and is not now
-- expect: fail
-- covered: enforcement
INSERT INTO policy(id, input, url) VALUES(1, 1, 'https://maker.example/cam.json');
INSERT INTO enforcement(policy, began, ended, checked, intact, tested) VALUES(1, '2026-10-01T00:00:00Z', '2026-11-01T00:00:00Z', '2026-11-24T06:00:00Z', 1, 1), (1, '2026-11-01T00:00:00Z', NULL, '2026-11-24T06:00:00Z', 0, 1);

-- case: read back last week
-- expect: inconclusive
-- covered: enforcement
INSERT INTO policy(id, input, url) VALUES(1, 1, 'https://maker.example/cam.json');
INSERT INTO enforcement(policy, began, checked, intact, tested) VALUES(1, '2026-11-01T00:00:00Z', '2026-11-17T06:00:00Z', 1, 1);

-- case: never tried
-- expect: inconclusive
-- covered: enforcement
INSERT INTO policy(id, input, url) VALUES(1, 1, 'https://maker.example/cam.json');
INSERT INTO enforcement(policy, began, checked, intact) VALUES(1, '2026-11-01T00:00:00Z', '2026-11-24T06:00:00Z', 1);

-- case: the journal has a gap
-- expect: inconclusive
INSERT INTO policy(id, input, url) VALUES(1, 1, 'https://maker.example/cam.json');

-- case: there is no policy
-- expect: inconclusive
-- covered: enforcement
