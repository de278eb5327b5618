-- case: a document says why, with a name under it
-- expect: pass
-- covered: vulnerabilities
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1), (2, 'vulnerability', 'CVE-2026-1000', 'tool', 1);
INSERT INTO hit(component, vulnerability, confidence) VALUES(1, 'CVE-2026-1000', 'high');
INSERT INTO vex(component, vulnerability, status, justification, author, basis) VALUES(1, 'CVE-2026-1000', 'not_affected', 'component_not_present', 'Maker', 'documented');

-- case: it is said to matter
-- expect: fail
-- finding: CVE-2026-1000 in openssl can be used: Maker says so
-- covered: vulnerabilities
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1), (2, 'vulnerability', 'CVE-2026-1000', 'tool', 1);
INSERT INTO hit(component, vulnerability, confidence) VALUES(1, 'CVE-2026-1000', 'high');
INSERT INTO vex(component, vulnerability, status, author, basis) VALUES(1, 'CVE-2026-1000', 'affected', 'Maker', 'declared');

-- case: in one of two parts it is ruled out
-- expect: inconclusive
-- covered: components, vulnerabilities
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'libssl', 'observed', 1), (3, 'component', 'libcrypto', 'observed', 1), (2, 'vulnerability', 'CVE-2026-1000', 'tool', 1);
INSERT INTO hit(component, vulnerability, confidence) VALUES(1, 'CVE-2026-1000', 'high'), (3, 'CVE-2026-1000', 'high');
INSERT INTO vex(component, vulnerability, status, justification, author, basis) VALUES(1, 'CVE-2026-1000', 'not_affected', 'component_not_present', 'Maker', 'documented');

-- case: only the maker's word
-- expect: inconclusive
-- covered: vulnerabilities
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1);
INSERT INTO hit(component, vulnerability, confidence) VALUES(1, 'CVE-2026-1000', 'high');
INSERT INTO vex(component, vulnerability, status, justification, author, basis) VALUES(1, 'CVE-2026-1000', 'not_affected', 'component_not_present', 'Maker', 'declared');

-- case: no reason
-- expect: inconclusive
-- covered: vulnerabilities
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1);
INSERT INTO hit(component, vulnerability, confidence) VALUES(1, 'CVE-2026-1000', 'high');
INSERT INTO vex(component, vulnerability, status, author, basis) VALUES(1, 'CVE-2026-1000', 'not_affected', 'Maker', 'documented');

-- case: it is being looked into
-- expect: inconclusive
-- covered: vulnerabilities
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1);
INSERT INTO hit(component, vulnerability, confidence) VALUES(1, 'CVE-2026-1000', 'high');
INSERT INTO vex(component, vulnerability, status, author, basis) VALUES(1, 'CVE-2026-1000', 'under_investigation', 'Maker', 'documented');

-- case: that it is mended is no reason
-- expect: inconclusive
-- covered: vulnerabilities
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1);
INSERT INTO hit(component, vulnerability, confidence) VALUES(1, 'CVE-2026-1000', 'high');
INSERT INTO vex(component, vulnerability, status, author, basis) VALUES(1, 'CVE-2026-1000', 'fixed', 'Maker', 'documented');

-- case: nobody assessed it
-- expect: inconclusive
-- covered: vulnerabilities
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1);
INSERT INTO hit(component, vulnerability, confidence) VALUES(1, 'CVE-2026-1000', 'high');

-- case: none is known
-- expect: inconclusive
-- covered: components, vulnerabilities
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1);
