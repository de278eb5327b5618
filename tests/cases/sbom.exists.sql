-- case: one was brought
-- expect: pass
-- covered: sbom
INSERT INTO input(id, kind, name) VALUES(2, 'sbom', 'product.cdx.json');

-- case: the product file names one, with its digest
-- expect: pass
-- covered: document.sbom
INSERT INTO document(id, input, kind, url, sha256) VALUES(1, 1, 'sbom', 'product.cdx.json', '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08');

-- case: the address is dead
-- expect: fail
-- finding: the SBOM that is named is not there
-- covered: document.sbom
INSERT INTO document(id, input, kind, url, status) VALUES(1, 1, 'sbom', 'https://maker.example/sbom', 404);

-- case: one is named, and could be any
-- expect: inconclusive
-- covered: document.sbom
INSERT INTO document(id, input, kind, url) VALUES(1, 1, 'sbom', 'https://maker.example/sbom');

-- case: something that is no digest
-- expect: inconclusive
-- covered: document.sbom
INSERT INTO document(id, input, kind, url, sha256) VALUES(1, 1, 'sbom', 'product.cdx.json', 'see the build server');

-- case: nobody said
-- expect: inconclusive
