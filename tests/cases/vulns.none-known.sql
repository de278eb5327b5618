-- case: the parts were compared with public data, and nothing was found
-- expect: pass
-- covered: components, vulnerabilities
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1);

-- case: one is known
-- expect: fail
-- finding: CVE-2026-1000 is known in openssl
-- covered: vulnerabilities
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1), (2, 'vulnerability', 'CVE-2026-1000', 'tool', 1);
INSERT INTO hit(component, vulnerability, confidence) VALUES(1, 'CVE-2026-1000', 'high');

-- case: one of which nobody wrote an entity is known all the same
-- expect: fail
-- covered: vulnerabilities
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1);
INSERT INTO hit(component, vulnerability, confidence) VALUES(1, 'CVE-2026-1000', 'high');

-- case: the maker lists one
-- expect: fail
-- covered: vulnerabilities.declared
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'declared', 1), (2, 'vulnerability', 'CVE-2026-1000', 'declared', 1);
INSERT INTO hit(component, vulnerability, confidence) VALUES(1, 'CVE-2026-1000', 'high');

-- case: the maker lists none, and nobody compared
-- expect: inconclusive
-- covered: components, vulnerabilities.declared
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'declared', 1);

-- case: no vulnerability data was brought
-- expect: inconclusive
-- covered: components
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1);

-- case: the parts are not all known
-- expect: inconclusive
-- covered: vulnerabilities
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1);

-- case: a document says that it is mended, with a name under it
-- expect: pass
-- covered: vulnerabilities
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1), (2, 'vulnerability', 'CVE-2026-1000', 'tool', 1);
INSERT INTO hit(component, vulnerability, confidence) VALUES(1, 'CVE-2026-1000', 'high');
INSERT INTO vex(component, vulnerability, status, author, basis) VALUES(1, 'CVE-2026-1000', 'fixed', 'Maker', 'documented');

-- case: the maker says that it is mended
-- expect: inconclusive
-- covered: components, vulnerabilities
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1), (2, 'vulnerability', 'CVE-2026-1000', 'declared', 1);
INSERT INTO hit(component, vulnerability, confidence) VALUES(1, 'CVE-2026-1000', 'high');
INSERT INTO vex(component, vulnerability, status, author, basis) VALUES(1, 'CVE-2026-1000', 'fixed', 'Maker', 'declared');

-- case: it is said to be mended, by nobody
-- expect: inconclusive
-- covered: components, vulnerabilities
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1);
INSERT INTO hit(component, vulnerability, confidence) VALUES(1, 'CVE-2026-1000', 'high');
INSERT INTO vex(component, vulnerability, status, basis) VALUES(1, 'CVE-2026-1000', 'fixed', 'documented');

-- case: the part that was seen is of the version that has it mended
-- expect: pass
-- covered: vulnerabilities
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1), (2, 'vulnerability', 'CVE-2026-1000', 'tool', 1);
INSERT INTO component(entity, version) VALUES(1, '3.0.2');
INSERT INTO hit(component, vulnerability, confidence, fixed_in) VALUES(1, 'CVE-2026-1000', 'high', '3.0.2');

-- case: which version has it mended is the maker's word
-- expect: inconclusive
-- covered: components, vulnerabilities
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1), (2, 'vulnerability', 'CVE-2026-1000', 'declared', 1);
INSERT INTO component(entity, version) VALUES(1, '3.0.2');
INSERT INTO hit(component, vulnerability, confidence, fixed_in) VALUES(1, 'CVE-2026-1000', 'high', '3.0.2');

-- case: this very release is said to mend it
-- expect: inconclusive
-- covered: components, vulnerabilities
INSERT INTO profile(name, value) VALUES('product.version', '2.1');
INSERT INTO release(id, version, published) VALUES(1, '2.1', '2026-05-01');
INSERT INTO fix(release, vulnerability) VALUES(1, 'CVE-2026-1000');
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1);
INSERT INTO hit(component, vulnerability, confidence) VALUES(1, 'CVE-2026-1000', 'high');

-- case: another release mends it
-- expect: fail
-- covered: components, vulnerabilities
INSERT INTO profile(name, value) VALUES('product.version', '2.0');
INSERT INTO release(id, version, published) VALUES(1, '2.1', '2026-05-01');
INSERT INTO fix(release, vulnerability) VALUES(1, 'CVE-2026-1000');
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1);
INSERT INTO hit(component, vulnerability, confidence) VALUES(1, 'CVE-2026-1000', 'high');

-- case: an unsure match
-- expect: inconclusive
-- covered: components, vulnerabilities
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'openssl', 'observed', 1);
INSERT INTO hit(component, vulnerability, confidence) VALUES(1, 'CVE-2026-1000', 'low');

-- case: one is listed, and in which part is not said
-- expect: inconclusive
-- covered: vulnerabilities.declared
INSERT INTO entity(id, kind, name, basis, input) VALUES(2, 'vulnerability', 'CVE-2026-1000', 'declared', 1);
