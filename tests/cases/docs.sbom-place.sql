-- case: a page or paper says it
-- expect: pass
-- covered: document.manual
INSERT INTO document(id, input, kind, url, status, gated, language, fetched) VALUES (1, 1, 'manual', 'https://maker.example/manual', 200, 'no', 'en', '2026-11-01');
INSERT INTO statement(document, at, kind, value, basis) VALUES (1, 120, 'sbom-place', 'told in chapter 3', 'documented');

-- case: the papers were read whole and none says it
-- expect: fail
-- covered: document.manual
INSERT INTO document(id, input, kind, url, status, gated, language, fetched) VALUES (1, 1, 'manual', 'https://maker.example/manual', 200, 'no', 'en', '2026-11-01');
INSERT INTO statement(document, at, kind, value, basis) VALUES (1, 120, 'something-else', 'other words', 'documented');

-- case: no such paper was given
-- expect: inconclusive

-- case: the paper that says it is gone
-- expect: fail
-- covered: document.manual
INSERT INTO document(id, input, kind, url, status) VALUES(1, 1, 'manual', 'https://maker.example/manual.pdf', 404);
INSERT INTO statement(document, at, kind, value) VALUES(1, 120, 'sbom-place', 'page 12');
