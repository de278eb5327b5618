-- case: every part was compared, and nothing was found
-- expect: pass
-- covered: components, vulnerabilities
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1);
INSERT INTO component(entity, version) VALUES(1, '3.0.2');

-- case: the maker knows what was found
-- expect: pass
-- covered: components, vulnerabilities, vulnerabilities.declared
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1), (2, 'vulnerability', 'CVE-2026-1000', 'declared', 1), (3, 'vulnerability', 'CVE-2026-1000', 'tool', 1);
INSERT INTO component(entity, version) VALUES(1, '3.0.1');
INSERT INTO hit(component, vulnerability, confidence) VALUES(1, 'CVE-2026-1000', 'high');

-- case: the maker's list lacks one
-- expect: fail
-- finding: CVE-2026-1001 is known in openssl, and is not on the maker's list of known vulnerabilities
-- covered: components, vulnerabilities, vulnerabilities.declared
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1), (2, 'vulnerability', 'CVE-2026-1000', 'declared', 1), (3, 'vulnerability', 'CVE-2026-1001', 'tool', 1);
INSERT INTO component(entity, version) VALUES(1, '3.0.1');
INSERT INTO hit(component, vulnerability, confidence) VALUES(1, 'CVE-2026-1000', 'high'), (1, 'CVE-2026-1001', 'high');

-- case: the maker made no list
-- expect: inconclusive
-- covered: components, vulnerabilities
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1), (3, 'vulnerability', 'CVE-2026-1001', 'tool', 1);
INSERT INTO component(entity, version) VALUES(1, '3.0.1');
INSERT INTO hit(component, vulnerability, confidence) VALUES(1, 'CVE-2026-1001', 'high');

-- case: there is no list, and an assessment of each
-- expect: pass
-- covered: components, vulnerabilities
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1), (3, 'vulnerability', 'CVE-2026-1001', 'tool', 1);
INSERT INTO component(entity, version) VALUES(1, '3.0.1');
INSERT INTO hit(component, vulnerability, confidence) VALUES(1, 'CVE-2026-1001', 'high');
INSERT INTO vex(component, vulnerability, status, author, basis) VALUES(1, 'CVE-2026-1001', 'affected', 'Maker', 'documented');

-- case: the version of a part is not known
-- expect: inconclusive
-- covered: components, vulnerabilities
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1);

-- case: what is declared without a version was seen with one
-- expect: pass
-- covered: components, vulnerabilities
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1), (2, 'component', 'openssl', 'declared', 1);
INSERT INTO component(entity, version) VALUES(1, '3.0.2');
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'same-as', 1, 'tool');

-- case: nobody compared
-- expect: inconclusive
-- covered: components
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1);
INSERT INTO component(entity, version) VALUES(1, '3.0.2');
