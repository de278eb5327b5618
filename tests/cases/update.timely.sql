-- case: fixed after ten days
-- expect: pass
-- covered: components, releases, vulnerabilities
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1);
INSERT INTO component(entity, version) VALUES(1, '1.1.1k');
INSERT INTO vulnerability(id, published, cvss) VALUES('CVE-2026-1000', '2026-03-01', 9.8);
INSERT INTO hit(component, vulnerability, confidence) VALUES(1, 'CVE-2026-1000', 'high');
INSERT INTO release(id, version, published, kind) VALUES(1, '1.2', '2026-03-11', 'security');
INSERT INTO fix(release, vulnerability) VALUES(1, 'CVE-2026-1000');

-- case: fixed after two months
-- expect: fail
-- finding: CVE-2026-1000 in openssl was fixed only 61 days after it was published; 30 are allowed
-- covered: components, releases, vulnerabilities
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1);
INSERT INTO vulnerability(id, published, cvss) VALUES('CVE-2026-1000', '2026-03-01', 9.8);
INSERT INTO hit(component, vulnerability, confidence) VALUES(1, 'CVE-2026-1000', 'high');
INSERT INTO release(id, version, published, kind) VALUES(1, '1.2', '2026-05-01', 'security');
INSERT INTO fix(release, vulnerability) VALUES(1, 'CVE-2026-1000');

-- case: attackers use it, and it is open after a month
-- expect: fail
-- covered: components, releases, vulnerabilities
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1);
INSERT INTO vulnerability(id, published, cvss, exploited) VALUES('CVE-2026-1000', '2026-10-24', 5.0, '2026-11-01');
INSERT INTO hit(component, vulnerability, confidence) VALUES(1, 'CVE-2026-1000', 'high');

-- case: a fix that is only announced is none
-- expect: fail
-- covered: components, releases, vulnerabilities
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1);
INSERT INTO vulnerability(id, published, cvss) VALUES('CVE-2026-1000', '2026-03-01', 9.8);
INSERT INTO hit(component, vulnerability, confidence) VALUES(1, 'CVE-2026-1000', 'high');
INSERT INTO release(id, version, published, kind) VALUES(1, '1.2', '2027-03-11', 'security');
INSERT INTO fix(release, vulnerability) VALUES(1, 'CVE-2026-1000');

-- case: the product is not affected
-- expect: pass
-- covered: components, releases, vulnerabilities
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1);
INSERT INTO vulnerability(id, published, cvss) VALUES('CVE-2026-1000', '2026-03-01', 9.8);
INSERT INTO hit(component, vulnerability, confidence) VALUES(1, 'CVE-2026-1000', 'high');
INSERT INTO vex(component, vulnerability, status, justification, author, basis) VALUES(1, 'CVE-2026-1000', 'not_affected', 'code_not_present', 'Maker', 'documented');

-- case: how bad it is is not known, and the shorter time is over
-- expect: inconclusive
-- covered: components, releases, vulnerabilities
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1);
INSERT INTO vulnerability(id, published) VALUES('CVE-2026-1000', '2026-10-10');
INSERT INTO hit(component, vulnerability, confidence) VALUES(1, 'CVE-2026-1000', 'high');

-- case: the day of publication is not known
-- expect: inconclusive
-- covered: components, releases, vulnerabilities
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1);
INSERT INTO vulnerability(id, published, cvss) VALUES('CVE-2026-1000', '2026', 9.8);
INSERT INTO hit(component, vulnerability, confidence) VALUES(1, 'CVE-2026-1000', 'high');

-- case: an unsure match
-- expect: inconclusive
-- covered: components, releases, vulnerabilities
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1);
INSERT INTO vulnerability(id, published, cvss) VALUES('CVE-2026-1000', '2026-03-01', 9.8);
INSERT INTO hit(component, vulnerability, confidence) VALUES(1, 'CVE-2026-1000', 'low');

-- case: no vulnerability data was brought
-- expect: inconclusive
-- covered: components, releases
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1);

-- case: the releases are not known
-- expect: inconclusive
-- covered: components, vulnerabilities
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1);
INSERT INTO vulnerability(id, published, cvss) VALUES('CVE-2026-1000', '2026-03-01', 9.8);
INSERT INTO hit(component, vulnerability, confidence) VALUES(1, 'CVE-2026-1000', 'high');

-- case: the maker's word alone rules nothing out
-- expect: inconclusive
-- covered: components, releases, vulnerabilities
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1);
INSERT INTO vulnerability(id, published, cvss, exploited) VALUES('CVE-2026-1000', '2026-03-01', 9.8, '2026-04-01');
INSERT INTO hit(component, vulnerability, confidence) VALUES(1, 'CVE-2026-1000', 'high');
INSERT INTO vex(component, vulnerability, status, justification, author, basis) VALUES(1, 'CVE-2026-1000', 'not_affected', 'code_not_present', 'Maker', 'declared');
