-- case: assessed and signed
-- expect: pass
-- covered: components, vulnerabilities
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1);
INSERT INTO hit(component, vulnerability, confidence) VALUES(1, 'CVE-2026-1000', 'high'), (1, 'CVE-2026-1001', 'high');
INSERT INTO vex(component, vulnerability, status, justification, author) VALUES(1, 'CVE-2026-1000', 'not_affected', 'code_not_present', 'Maker'), (1, 'CVE-2026-1001', 'affected', NULL, 'Maker');

-- case: nobody looked at one
-- expect: fail
-- finding: CVE-2026-1001 in openssl was never assessed
-- covered: components, vulnerabilities
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1);
INSERT INTO hit(component, vulnerability, confidence) VALUES(1, 'CVE-2026-1000', 'high'), (1, 'CVE-2026-1001', 'high');
INSERT INTO vex(component, vulnerability, status, justification, author) VALUES(1, 'CVE-2026-1000', 'not_affected', 'code_not_present', 'Maker');

-- case: no reason
-- expect: fail
-- finding: CVE-2026-1000 in openssl is said not to matter, without a reason
-- covered: components, vulnerabilities
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1);
INSERT INTO hit(component, vulnerability, confidence) VALUES(1, 'CVE-2026-1000', 'high');
INSERT INTO vex(component, vulnerability, status, justification, author) VALUES(1, 'CVE-2026-1000', 'not_affected', ' ', 'Maker');

-- case: nobody's name is under it
-- expect: inconclusive
-- covered: components, vulnerabilities
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1);
INSERT INTO hit(component, vulnerability, confidence) VALUES(1, 'CVE-2026-1000', 'high');
INSERT INTO vex(component, vulnerability, status) VALUES(1, 'CVE-2026-1000', 'affected');

-- case: it is being looked into
-- expect: inconclusive
-- covered: components, vulnerabilities
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1);
INSERT INTO hit(component, vulnerability, confidence) VALUES(1, 'CVE-2026-1000', 'high');
INSERT INTO vex(component, vulnerability, status, author) VALUES(1, 'CVE-2026-1000', 'under_investigation', 'Maker');

-- case: half of the vulnerability data
-- expect: inconclusive
-- covered: components
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1);
INSERT INTO hit(component, vulnerability, confidence) VALUES(1, 'CVE-2026-1000', 'high');
