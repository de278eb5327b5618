-- case: the reviewed version is in the image
-- expect: pass
-- covered: components, ixit.12
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'implementation', 'mbedtls', 'declared', 1), (2, 'component', 'mbedtls', 'observed', 1);
INSERT INTO field(entity, name, value) VALUES(1, 'Version', 'v3.6.2');
INSERT INTO component(entity, version) VALUES(2, '3.6.2');
INSERT INTO relation(subject, verb, object, basis) VALUES(1, 'same-as', 2, 'tool');

-- case: an older one is
-- expect: fail
-- finding: mbedtls was reviewed in version 3.6.2, and version 2.16.0 is in the image
-- covered: components, ixit.12
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'implementation', 'mbedtls', 'declared', 1), (2, 'component', 'mbedtls', 'observed', 1);
INSERT INTO field(entity, name, value) VALUES(1, 'Version', '3.6.2');
INSERT INTO component(entity, version) VALUES(2, '2.16.0');
INSERT INTO relation(subject, verb, object, basis) VALUES(1, 'same-as', 2, 'tool');

-- case: a second copy is older
-- expect: fail
-- covered: components, ixit.12
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'implementation', 'mbedtls', 'declared', 1), (2, 'component', 'mbedtls', 'observed', 1), (3, 'component', 'mbedtls', 'observed', 1);
INSERT INTO field(entity, name, value) VALUES(1, 'Version', '3.6.2');
INSERT INTO component(entity, version) VALUES(2, '3.6.2'), (3, '2.16.0');
INSERT INTO relation(subject, verb, object, basis) VALUES(1, 'same-as', 2, 'tool'), (1, 'same-as', 3, 'tool');

-- case: written in another way
-- expect: inconclusive
-- covered: components, ixit.12
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'implementation', 'openssl', 'declared', 1), (2, 'component', 'openssl', 'observed', 1);
INSERT INTO field(entity, name, value) VALUES(1, 'Version', 'OpenSSL 1.1.1k');
INSERT INTO component(entity, version) VALUES(2, '1.1.1');
INSERT INTO relation(subject, verb, object, basis) VALUES(1, 'same-as', 2, 'tool');

-- case: it was not found in the image
-- expect: inconclusive
-- covered: components, ixit.12
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'implementation', 'mbedtls', 'declared', 1);
INSERT INTO field(entity, name, value) VALUES(1, 'Version', '3.6.2');

-- case: nobody said which version was reviewed
-- expect: inconclusive
-- covered: components, ixit.12
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'implementation', 'mbedtls', 'declared', 1), (2, 'component', 'mbedtls', 'observed', 1);
INSERT INTO component(entity, version) VALUES(2, '3.6.2');
INSERT INTO relation(subject, verb, object, basis) VALUES(1, 'same-as', 2, 'tool');

-- case: nobody looked for software parts
-- expect: inconclusive
-- covered: ixit.12
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'implementation', 'mbedtls', 'declared', 1), (2, 'component', 'mbedtls', 'observed', 1);
INSERT INTO field(entity, name, value) VALUES(1, 'Version', '3.6.2');
INSERT INTO component(entity, version) VALUES(2, '3.6.2');
INSERT INTO relation(subject, verb, object, basis) VALUES(1, 'same-as', 2, 'tool');
