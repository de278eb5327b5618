-- case: the technical file holds all items
-- expect: pass
-- covered: document.technical
INSERT INTO document(id, input, kind, url, status, gated, language, fetched) VALUES (1, 1, 'technical', 'https://maker.example/technical', 200, 'no', 'en', '2026-11-01');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'technical', 'general', 'chapter');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'technical', 'design', 'chapter');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'technical', 'production', 'chapter');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'technical', 'vulnerability-handling', 'chapter');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'technical', 'risk-assessment', 'chapter');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'technical', 'support-period', 'chapter');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'technical', 'standards', 'chapter');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'technical', 'test-reports', 'chapter');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'technical', 'declaration', 'chapter');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'technical', 'sbom', 'chapter');

-- case: one item is missing
-- expect: fail
-- covered: document.technical
INSERT INTO document(id, input, kind, url, status, gated, language, fetched) VALUES (1, 1, 'technical', 'https://maker.example/technical', 200, 'no', 'en', '2026-11-01');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'technical', 'general', 'chapter');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'technical', 'design', 'chapter');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'technical', 'production', 'chapter');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'technical', 'vulnerability-handling', 'chapter');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'technical', 'support-period', 'chapter');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'technical', 'standards', 'chapter');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'technical', 'test-reports', 'chapter');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'technical', 'declaration', 'chapter');
INSERT INTO statement(document, at, kind, subject, value) VALUES (1, 120, 'technical', 'sbom', 'chapter');

-- case: no technical file was given
-- expect: inconclusive
