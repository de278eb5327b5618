-- case: a whole entry
-- expect: pass
-- covered: sbom
INSERT INTO input(id, kind, name) VALUES(2, 'sbom', 'product.cdx.json');
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'busybox', 'documented', 2);
INSERT INTO component(entity, version, supplier, purl) VALUES(1, '1.36.1', 'busybox.net', 'pkg:generic/busybox@1.36.1');

-- case: an entry without a supplier
-- expect: fail
-- finding: the SBOM entry busybox has no supplier
-- covered: sbom
INSERT INTO input(id, kind, name) VALUES(2, 'sbom', 'product.cdx.json');
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'busybox', 'documented', 2);
INSERT INTO component(entity, version, supplier, purl) VALUES(1, '1.36.1', ' ', 'pkg:generic/busybox@1.36.1');

-- case: an entry that nothing identifies
-- expect: fail
-- finding: the SBOM entry busybox has no identifier (purl or CPE)
-- covered: sbom
INSERT INTO input(id, kind, name) VALUES(2, 'sbom', 'product.cdx.json');
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'busybox', 'documented', 2);
INSERT INTO component(entity, version, supplier) VALUES(1, '1.36.1', 'busybox.net');

-- case: a list in the product file is no SBOM
-- expect: inconclusive
-- covered: sbom, ixit.6
INSERT INTO input(id, kind, name) VALUES(2, 'product', 'product.yaml');
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'busybox', 'declared', 2);
INSERT INTO component(entity, version, supplier, purl) VALUES(1, '1.36.1', 'busybox.net', 'pkg:generic/busybox@1.36.1');

-- case: half an SBOM was read
-- expect: inconclusive
INSERT INTO input(id, kind, name) VALUES(2, 'sbom', 'product.cdx.json');
INSERT INTO entity(id, kind, name, basis, input) VALUES(1, 'component', 'busybox', 'documented', 2);
INSERT INTO component(entity, version) VALUES(1, '1.36.1');
