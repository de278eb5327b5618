-- case: a fresh record
-- expect: pass
-- covered: activities
INSERT INTO activity(practice, happened, outcome) SELECT value, '2026-10-01', 'done' FROM (SELECT 'SVV-3' AS value UNION SELECT 'security-test' UNION SELECT 'vulnerability-monitoring' UNION SELECT 'secure-design' UNION SELECT 'threat-model' UNION SELECT 'penetration-test');

-- case: an old one
-- expect: fail
-- covered: activities
INSERT INTO activity(practice, happened, outcome) SELECT value, '2019-10-01', 'done' FROM (SELECT 'SVV-3' AS value UNION SELECT 'security-test' UNION SELECT 'vulnerability-monitoring' UNION SELECT 'secure-design' UNION SELECT 'threat-model' UNION SELECT 'penetration-test');

-- case: no record
-- expect: inconclusive
-- covered: activities


