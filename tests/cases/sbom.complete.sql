-- case: what was found is listed
-- expect: pass
-- covered: components, sbom
INSERT INTO input(id, kind, name) VALUES(2, 'sbom', 'product.cdx.json');
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'busybox', 'observed', 1), (2, 'component', 'busybox', 'documented', 2);
INSERT INTO component(entity, version) VALUES(1, '1.36.1'), (2, '1.36.1');
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'same-as', 1, 'tool');

-- case: a library that the list forgets
-- expect: fail
-- finding: zlib 1.2.3 is in the image, and not in the SBOM
-- covered: components, sbom
INSERT INTO input(id, kind, name) VALUES(2, 'sbom', 'product.cdx.json');
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'zlib', 'observed', 1), (2, 'component', 'busybox', 'documented', 2);
INSERT INTO component(entity, version) VALUES(1, '1.2.3'), (2, '1.36.1');

-- case: the product file lists it, and the SBOM does not
-- expect: fail
-- covered: components, sbom, ixit.6
INSERT INTO input(id, kind, name) VALUES(2, 'sbom', 'product.cdx.json'), (3, 'product', 'product.yaml');
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'zlib', 'observed', 1), (2, 'component', 'zlib', 'declared', 3);
INSERT INTO component(entity, version) VALUES(1, '1.2.3'), (2, '1.2.3');
INSERT INTO relation(subject, verb, object, basis) VALUES(2, 'same-as', 1, 'tool');

-- case: only half of the SBOM was read
-- expect: inconclusive
-- covered: components
INSERT INTO input(id, kind, name) VALUES(2, 'sbom', 'product.cdx.json');
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'zlib', 'observed', 1);

-- case: no SBOM was brought
-- expect: inconclusive
-- covered: components
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'zlib', 'observed', 1);

-- case: nothing was found that could be missing
-- expect: inconclusive
-- covered: components, sbom
INSERT INTO input(id, kind, name) VALUES(2, 'sbom', 'product.cdx.json');
